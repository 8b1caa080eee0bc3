/** The events of the CI build that a run is a part of, by their ids. */
export interface BuildEvents {
  /** Its ActivityTriggered. */
  readonly triggered?: string;
  /** Its ActivityStarted. */
  readonly started?: string;
}

/** Reads what the Eiffel Broadcaster plugin of Jenkins tells builds: `EIFFEL_ACTIVITY_TRIGGERED` and `EIFFEL_ACTIVITY_STARTED`, events as JSON (jenkins.md 9). */
export function buildEvents(environment: Readonly<Record<string, string | undefined>>): BuildEvents {
  const [triggered, started] = [idIn(environment.EIFFEL_ACTIVITY_TRIGGERED), idIn(environment.EIFFEL_ACTIVITY_STARTED)];
  return { ...(triggered !== undefined && { triggered }), ...(started !== undefined && { started }) };
}

/** Something that is no event is no reason not to test. */
function idIn(text: string | undefined): string | undefined {
  try {
    const { meta } = JSON.parse(text ?? '') as { readonly meta?: { readonly id?: unknown } };
    return typeof meta?.id === 'string' && /^[0-9a-f-]{36}$/i.test(meta.id) ? meta.id : undefined;
  } catch {
    return undefined;
  }
}
