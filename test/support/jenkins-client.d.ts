// As far as the tests use it: the package comes without types.
declare module 'jenkins' {
  export default class Jenkins {
    constructor(options: { readonly baseUrl: string; readonly crumbIssuer?: boolean });
    readonly job: {
      build(options: { readonly name: string; readonly parameters: Readonly<Record<string, string>> }): Promise<unknown>;
      get(name: string): Promise<unknown>;
      exists(name: string): Promise<boolean>;
    };
    readonly queue: { item(id: number): Promise<unknown>; cancel(id: number): Promise<void> };
    readonly build: {
      get(name: string, number: number): Promise<unknown>;
      log(name: string, number: number): Promise<unknown>;
      stop(name: string, number: number): Promise<void>;
    };
  }
}
