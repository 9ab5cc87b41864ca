/** Every column that a register of the organisation has as a file. What each is called is said in messages/registers. */
export const registerColumns = [
  'id',
  'personId',
  'name',
  'kind',
  'parent',
  'unit',
  'from',
  'to',
  'goneUpIn',
  'isHighest',
  'openToJoin',
  'purpose',
  'contactAddress',
  'body',
  'role',
  'title',
  'referenceUnit',
  'number',
  'namePublic',
  'standing',
  'appointedBy',
  'decision',
  'endedReason',
  'level',
  'area',
  'areaCode',
  'policyArea',
  'publicBody',
  'seatKind',
  'post',
  'partyGroup',
  'viaAgreement',
  'paidFor',
  'degree',
  'areas',
  'reason',
  'temporary',
  'supportedUnits',
  'hours',
  'email',
  'personalNumber',
  'givenName',
  'familyName',
] as const
export type RegisterColumn = (typeof registerColumns)[number]

/** The registers of the organisation that anybody trusted with them may take out as a file. */
export const registers = [
  'units',
  'bodies',
  'seats',
  'terms',
  'networkMembers',
  'publicBodies',
  'mandates',
] as const
export type RegisterName = (typeof registers)[number]

/** A register as rows of texts. A row of a person says in `personIds` who it is about. */
export type RegisterTable = {
  columns: readonly RegisterColumn[]
  rows: readonly (readonly string[])[]
  personIds: readonly string[]
}
