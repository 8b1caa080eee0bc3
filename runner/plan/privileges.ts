import { readInteger } from './amounts.js';
import { notAllowed, type Asked } from './asked.js';
import { capabilityName } from './capability.js';
import { isNormalPath } from './policy.js';

/** What a container may do beyond the others, and the devices it may reach (delegation.md 6). */
export function privileges(asked: Asked): Readonly<Record<string, unknown>> {
  const { policy } = asked;
  const privileged =
    asked.let('--privileged', (argument) => (argument === 'false' || policy.privileged ? undefined : notAllowed('privileged'))) === 'true';
  const groups = asked.each('--group-add', (argument) => asked.listed('--group-add', argument, 'groups'));
  const sysctls = asked.each('--sysctl', (argument): readonly [string, string] | undefined => {
    const [, key = '', setting = ''] = /^([^=]+)=(.*)$/.exec(argument) ?? [];
    return asked.listed('--sysctl', key, 'sysctls') === undefined ? undefined : [key, setting];
  });
  const runtime = asked.let('--runtime', (argument) => asked.whyNotListed(argument, 'runtimes'));
  return {
    ...(privileged && { Privileged: true }),
    ...capabilities(asked),
    ...security(asked),
    ...devices(asked),
    ...(groups.length > 0 && { GroupAdd: groups }),
    ...(sysctls.length > 0 && { Sysctls: Object.fromEntries(sysctls) }),
    ...(runtime !== undefined && { Runtime: runtime }),
  };
}

function capabilities(asked: Asked): Readonly<Record<string, unknown>> {
  const { addCapabilities, dropCapabilities } = asked.policy;
  const add = asked.each('--cap-add', (argument) => {
    const name = capabilityName(argument);
    if (name === undefined) return asked.form('--cap-add', 'a capability such as NET_ADMIN');
    // To the engine an added capability weighs more than the same one dropped.
    if (dropCapabilities.includes(name)) return asked.refuse('--cap-add', notAllowed('dropCapabilities'));
    return addCapabilities.includes('ALL') ? name : asked.listed('--cap-add', name, 'addCapabilities');
  });
  const drop = asked.each(
    '--cap-drop',
    (argument) => capabilityName(argument) ?? asked.form('--cap-drop', 'a capability such as NET_ADMIN'),
  );
  const dropped = [...new Set([...dropCapabilities, ...drop])];
  return { ...(add.length > 0 && { CapAdd: add }), ...(dropped.length > 0 && { CapDrop: dropped }) };
}

function security(asked: Asked): Readonly<Record<string, unknown>> {
  const { noNewPrivileges } = asked.policy;
  const given = asked.each('--security-opt', (argument) => asked.listed('--security-opt', argument, 'securityOptions'));
  const options = [...(noNewPrivileges ? ['no-new-privileges'] : []), ...given];
  return options.length > 0 ? { SecurityOpt: options } : {};
}

function devices(asked: Asked): Readonly<Record<string, unknown>> {
  const listed = asked.each('--device', (argument) => {
    const [source = '', second, third] = argument.split(':');
    const inContainer = second?.startsWith('/') ? second : source;
    const permissions = third ?? (second?.startsWith('/') ? undefined : second) ?? 'rwm';
    if (!/^[rwm]{1,3}$/.test(permissions) || !isNormalPath(inContainer)) return asked.form('--device', '/dev/name[:/path][:rwm]');
    if (asked.listed('--device', source, 'devices') === undefined) return undefined;
    return { PathOnHost: source, PathInContainer: inContainer, CgroupPermissions: permissions };
  });
  const request = gpuRequest(asked);
  return { ...(listed.length > 0 && { Devices: listed }), ...(request && { DeviceRequests: [request] }) };
}

function gpuRequest(asked: Asked): Readonly<Record<string, unknown>> | undefined {
  const { gpus } = asked.policy;
  const which = asked.let('--gpus', (argument) => {
    if (gpus === 0) return notAllowed('gpus');
    if (argument === 'all') return gpus === 'all' ? undefined : 'asks for more than the policy lets (by gpus)';
    const devices = /^"?device=([A-Za-z0-9-]+(?:,[A-Za-z0-9-]+)*)"?$/.exec(argument)?.[1]?.split(',');
    if (devices) return gpus === 'all' ? undefined : 'by number needs "gpus": "all" in the policy';
    const count = readInteger(argument, 1, 1024);
    if (count === undefined) return 'must be all, a number or device=…';
    return gpus === 'all' || count <= gpus ? undefined : 'asks for more than the policy lets (by gpus)';
  });
  if (which === undefined) return undefined;
  const devices = /^"?device=([^"]+)"?$/.exec(which)?.[1]?.split(',');
  return { ...(devices ? { DeviceIDs: devices } : { Count: which === 'all' ? -1 : Number(which) }), Capabilities: [['gpu']] };
}
