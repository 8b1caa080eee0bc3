/** Linux's capabilities, and ALL of them. */
export const capabilityNames = [
  'ALL',
  ...[
    'AUDIT_CONTROL',
    'AUDIT_READ',
    'AUDIT_WRITE',
    'BLOCK_SUSPEND',
    'BPF',
    'CHECKPOINT_RESTORE',
    'CHOWN',
    'DAC_OVERRIDE',
    'DAC_READ_SEARCH',
  ],
  ...['FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN'],
  ...['NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_ADMIN', 'SYS_BOOT'],
  ...['SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG'],
  ...['SYSLOG', 'WAKE_ALARM'],
];

/** `cap_net_admin`, `NET_ADMIN` and `CAP_NET_ADMIN` are one; undefined when it is none. */
export function capabilityName(written: string): string | undefined {
  const name = written.toUpperCase().replace(/^CAP_/, '');
  return capabilityNames.includes(name) ? name : undefined;
}
