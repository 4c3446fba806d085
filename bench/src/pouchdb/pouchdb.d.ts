/** What the benchmark uses of PouchDB, which brings no types. */
interface PouchDB {
  info(): Promise<{ readonly doc_count: number }>;
  bulkDocs(
    documents: readonly object[],
  ): Promise<readonly ({ readonly id: string; readonly rev: string } | { readonly error: unknown })[]>;
  readonly replicate: {
    from(url: string, options: object): Promise<{ readonly docs_written: number }>;
  };
}
interface PouchDBConstructor {
  new (name: string, options?: object): PouchDB;
  plugin(plugin: unknown): PouchDBConstructor;
  defaults(options: object): PouchDBConstructor;
}

declare module 'pouchdb-browser' {
  const PouchDB: PouchDBConstructor;
  export default PouchDB;
}
declare module 'pouchdb-core' {
  const PouchDB: PouchDBConstructor;
  export default PouchDB;
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}
declare module 'express-pouchdb' {
  import type { RequestHandler } from 'express';

  const expressPouchdb: (PouchDB: PouchDBConstructor, options: object) => RequestHandler;
  export default expressPouchdb;
}
