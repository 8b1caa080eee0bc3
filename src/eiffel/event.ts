/** An Eiffel event as it is on the wire (eiffel.md 1). Only `build.ts` makes one, and `parse.ts` reads one. */
export interface EiffelEvent<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly meta: Meta<Type>;
  readonly data: Data;
  readonly links: readonly Link[];
}

export interface Meta<Type extends string = string> {
  readonly type: Type;
  readonly version: string;
  /** A lower-case UUID of version 1 to 5. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly source?: {
    readonly domainId?: string;
    readonly host?: string;
    readonly name?: string;
    readonly uri?: string;
    readonly serializer?: string;
  };
  readonly tags?: readonly string[];
}

export interface Link {
  readonly type: string;
  readonly target: string;
  readonly domainId?: string;
}
