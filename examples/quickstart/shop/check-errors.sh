#!/bin/sh
# Half an item cannot be bought: the shop must say so, and end with 2.

message=$(node price-of.js 250 0.5 2>&1)
code=$?
# What lies in ARTIFACT_PATH when the test is over is collected as an artifact.
echo "$message" > "$ARTIFACT_PATH/message.txt"
echo "exit code $code: $message"
[ "$code" -eq 2 ] && echo "$message" | grep -q 'whole number'
