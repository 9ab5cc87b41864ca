import type { Operation } from '#platform/operations/operation.ts'
import { answerConsultation } from './answer-consultation.ts'
import { createConsultation } from './create-consultation.ts'
import { getConsultation } from './get-consultation.ts'
import { listAnchoringLinks } from './list-anchoring-links.ts'
import { listConsultations } from './list-consultations.ts'
import { setAnchoringLink } from './set-anchoring-link.ts'

/** Which groups a unit answers for, and who has asked whom before deciding. */
export const anchoringOperations: readonly Operation[] = [
  listAnchoringLinks,
  setAnchoringLink,
  listConsultations,
  getConsultation,
  createConsultation,
  answerConsultation,
]
