import type { ClaimKey } from '@amtsstube/shared/domain/appointments/claim';
import { type CollectionName, documentSchemas } from '@amtsstube/shared/domain/documents';
import type { DeviceId, OpId } from '@amtsstube/shared/domain/ids';
import type { Digest } from '@amtsstube/shared/replication/digest';
import type { DeviceRow, Head, LogRow, OutboxRow, StoredClaim, StoredDocument } from './store.ts';
import { VersionedMap } from './versioned-map.ts';

export interface RememberedDocument {
  readonly stored: StoredDocument;
  readonly digest: Digest;
}

/** What one municipality consists of; the same tables as in the SQLite file. */
interface Tables {
  head: [0, Head];
  log: [number, LogRow];
  seqByOpId: [OpId, number];
  /** By `device n`. */
  seqByDevice: [string, number];
  payloads: [OpId, unknown];
  devices: [DeviceId, DeviceRow];
  outbox: [string, OutboxRow];
  /** By `collection scope`. */
  digests: [string, Digest & { readonly newest: number }];
  /** By `collection id scope`: a document that has left this scope (S9). */
  departures: [string, StoredDocument];
  claims: [ClaimKey, StoredClaim];
}

export type MemoryTables = { readonly [T in keyof Tables]: VersionedMap<Tables[T][0], Tables[T][1]> } & {
  readonly documents: Readonly<Record<CollectionName, VersionedMap<string, RememberedDocument>>>;
};

/** All tables at one moment. Values are never changed, so it is a copy of the maps and no deep one. */
export type MunicipalityState = { readonly [T in keyof Tables]: ReadonlyMap<Tables[T][0], Tables[T][1]> } & {
  readonly documents: Readonly<Record<CollectionName, ReadonlyMap<string, RememberedDocument>>>;
};

const collections = Object.keys(documentSchemas) as CollectionName[];

export function emptyState(head: Head): MunicipalityState {
  return {
    head: new Map([[0, head]]),
    log: new Map(),
    seqByOpId: new Map(),
    seqByDevice: new Map(),
    payloads: new Map(),
    devices: new Map(),
    outbox: new Map(),
    digests: new Map(),
    departures: new Map(),
    claims: new Map(),
    documents: perCollection(() => new Map()),
  };
}

/** The tables of a state, at version 0. */
export function tablesFrom(state: MunicipalityState): MemoryTables {
  return {
    head: new VersionedMap(state.head),
    log: new VersionedMap(state.log),
    seqByOpId: new VersionedMap(state.seqByOpId),
    seqByDevice: new VersionedMap(state.seqByDevice),
    payloads: new VersionedMap(state.payloads),
    devices: new VersionedMap(state.devices),
    outbox: new VersionedMap(state.outbox),
    digests: new VersionedMap(state.digests),
    departures: new VersionedMap(state.departures),
    claims: new VersionedMap(state.claims),
    documents: perCollection((collection) => new VersionedMap(state.documents[collection])),
  };
}

export function stateOf(tables: MemoryTables, version: number): MunicipalityState {
  return {
    head: new Map(tables.head.entries(version)),
    log: new Map(tables.log.entries(version)),
    seqByOpId: new Map(tables.seqByOpId.entries(version)),
    seqByDevice: new Map(tables.seqByDevice.entries(version)),
    payloads: new Map(tables.payloads.entries(version)),
    devices: new Map(tables.devices.entries(version)),
    outbox: new Map(tables.outbox.entries(version)),
    digests: new Map(tables.digests.entries(version)),
    departures: new Map(tables.departures.entries(version)),
    claims: new Map(tables.claims.entries(version)),
    documents: perCollection((collection) => new Map(tables.documents[collection].entries(version))),
  };
}

export function undoTables(tables: MemoryTables, version: number): void {
  const { documents, ...others } = tables;
  for (const table of [...Object.values(others), ...Object.values(documents)]) table.undo(version);
}

function perCollection<T>(make: (collection: CollectionName) => T): Record<CollectionName, T> {
  return Object.fromEntries(collections.map((collection) => [collection, make(collection)])) as Record<
    CollectionName,
    T
  >;
}
