#!/bin/sh
# check-price.sh --items=N --expect=CENTS: asks the command line of the shop. PRICE is what one item costs, in cents.

for argument in "$@"; do
  case $argument in
    --items=*) items=${argument#--items=} ;;
    --expect=*) expected=${argument#--expect=} ;;
    *) echo "unknown argument: $argument" >&2; exit 2 ;;
  esac
done

actual=$(node price-of.js "$PRICE" "$items")
echo "$items items at $PRICE cost $actual, expected $expected"
[ "$actual" = "$expected" ]
