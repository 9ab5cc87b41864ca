import { Paragraph, TextRun } from 'docx'
import type { DocumentModel } from '../../model/document.ts'
import { assignmentMarks } from '../words.ts'

/** Assignments, each with its number and what belongs to it; `of` is the body whose list it is. */
export function assignmentParagraphs(
  model: DocumentModel,
  slugs: readonly string[],
  of: string | null,
): Paragraph[] {
  const bySlug = new Map(model.assignments.map((each) => [each.slug, each]))
  return slugs.flatMap((slug) => {
    const assignment = bySlug.get(slug)
    if (!assignment) return []
    const own = assignment.responsible[0]?.slug === of
    const marks = assignmentMarks(assignment, of)
    return [
      new Paragraph({
        style: 'Assignment',
        children: [
          new TextRun({ text: own ? `${assignment.number}.` : `${assignment.label}.`, bold: true }),
          new TextRun({ text: `\t${assignment.text}` }),
          ...(marks.length > 0
            ? [new TextRun({ text: marks.join(' · '), break: 1, size: 17, color: '525863' })]
            : []),
        ],
      }),
    ]
  })
}
