/** A kind of body, as an organisation calls it. */
export type BodyKind = { key: string; singular: string; plural: string }

/** A kind of role in bodies, as an organisation calls it. A substitute steps in for somebody else. */
export type RoleKind = { key: string; singular: string; plural: string; substitute: boolean }

/** What a new organisation begins with; it changes them as it likes. */
export const defaultBodyKinds: readonly BodyKind[] = [
  { key: 'highestMeeting', singular: 'Årsmöte', plural: 'Årsmöten' },
  { key: 'representativeAssembly', singular: 'Representantskap', plural: 'Representantskap' },
  { key: 'board', singular: 'Styrelse', plural: 'Styrelser' },
  { key: 'councilGroup', singular: 'Fullmäktigegrupp', plural: 'Fullmäktigegrupper' },
  { key: 'subjectGroup', singular: 'Sakområdesgrupp', plural: 'Sakområdesgrupper' },
  { key: 'committee', singular: 'Utskott', plural: 'Utskott' },
  { key: 'network', singular: 'Nätverk', plural: 'Nätverk' },
  { key: 'workingGroup', singular: 'Arbetsgrupp', plural: 'Arbetsgrupper' },
]

/** The same for roles. */
export const defaultRoleKinds: readonly RoleKind[] = [
  { key: 'chair', singular: 'Ordförande', plural: 'Ordförande', substitute: false },
  { key: 'viceChair', singular: 'Vice ordförande', plural: 'Vice ordförande', substitute: false },
  { key: 'treasurer', singular: 'Kassör', plural: 'Kassörer', substitute: false },
  { key: 'secretary', singular: 'Sekreterare', plural: 'Sekreterare', substitute: false },
  { key: 'externalLeader', singular: 'Gruppledare utåt', plural: 'Gruppledare utåt', substitute: false },
  { key: 'internalLeader', singular: 'Gruppledare inåt', plural: 'Gruppledare inåt', substitute: false },
  { key: 'contactPerson', singular: 'Kontaktperson', plural: 'Kontaktpersoner', substitute: false },
  { key: 'ordinary', singular: 'Ledamot', plural: 'Ledamöter', substitute: false },
  { key: 'substitute', singular: 'Ersättare', plural: 'Ersättare', substitute: true },
]
