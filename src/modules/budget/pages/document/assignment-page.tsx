import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { found } from '#platform/operations/problem.ts'
import { orFormProblem, orProblemPage, type FormProblem } from '#web/page-problem.ts'
import { ThingPrioritiesCard } from '#web/priorities/thing-priorities.tsx'
import { useTexts } from '#web/language.tsx'
import {
  Button,
  ButtonLink,
  Card,
  Choice,
  ChoiceGroup,
  Columns,
  Disclosure,
  Notice,
  Row,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { getDocument } from '../../operations/get-document.ts'
import { writeAssignment } from '../../operations/write-assignment.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { thingPriorities } from '../parts/thing-priorities.ts'
import { readAssignment } from './assignment-form.ts'
import { documentAddress, DocumentFrame, isOpen } from './document-frame.tsx'
import type { AssignmentShown, DocumentShown } from './document-shown.ts'
import { documentPageTexts } from './document-texts.ts'
import styles from './document.module.css'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  return orProblemPage(
    (async () => {
      const document = await visit.call(getDocument, { bookId: book.id, versionId: version.id })
      const id = args.params['assignment']
      const assignment = id === 'new' ? null : found(document.assignments.find((each) => each.id === id))
      const boards = book.publicBoards.filter((each) => each.kind === 'publicBoard').map(({ name }) => name)
      return {
        book,
        version,
        assignment,
        bodies: [...new Set([...document.boards.map(({ name }) => name), ...boards])],
        kinds: [...new Set(document.assignments.map(({ kind }) => kind))].sort(),
        chapters: chapterChoices(document),
        priorities:
          assignment && version.kind === 'own'
            ? await thingPriorities(visit, 'budget.assignment', assignment.id)
            : null,
        mayWrite: visit.may(writeAssignment) && isOpen(version),
      }
    })(),
  )
}

/** The chapters there are, and those that assignments speak of although nobody has written them. */
function chapterChoices({ chapters, assignments }: DocumentShown) {
  const written = new Map(chapters.map(({ number, title }) => [number, title]))
  const spokenOf = assignments.flatMap(({ chapter }) => chapter ?? [])
  return [...new Set([...written.keys(), ...spokenOf])]
    .toSorted((a, b) => a.localeCompare(b, 'sv', { numeric: true }))
    .map((number) => ({ number, title: written.get(number) ?? null }))
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const id = args.params['assignment'] ?? ''
  const list = documentAddress(book, version).assignments
  return orFormProblem(visit, budgetTexts, form, async () => {
    const removed = form.get('intent') === 'remove'
    const { assignmentId } = await visit.call(writeAssignment, {
      bookId: book.id,
      versionId: version.id,
      ...(id === 'new' ? {} : { assignmentId: id }),
      ...readAssignment(form),
      removed,
    })
    return redirect(removed ? list : `${list}#${assignmentId}`)
  })
}

/** One assignment as a form: what, who answers for it, with whom, how much, by when, on what condition. */
export default function AssignmentPage() {
  const { book, version, assignment, bodies, kinds, chapters, priorities, mayWrite } =
    useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(documentPageTexts)
  const back = documentAddress(book, version).assignments
  const theirs = problem?.code === 'changedMeanwhile' ? problem.facts : null
  const revision = theirs?.['revision'] ?? problem?.values['revision'] ?? assignment?.revision ?? 0
  return (
    <DocumentFrame book={book} version={version} part="assignments">
      <h2>{assignment ? assignment.label : t('assignment.new')}</h2>
      {problem ? (
        <Notice tone="bad" title={problem.title} live>
          <p>{theirs ? t('assignment.theirs', { text: String(theirs['text'] ?? '') }) : problem.detail}</p>
        </Notice>
      ) : null}
      <form method="post">
        <fieldset disabled={!mayWrite}>
          <Stack>
            <input type="hidden" name="revision" value={String(revision)} />
            <Columns>
              <What assignment={assignment} kinds={kinds} chapters={chapters} problem={problem} />
              <Who assignment={assignment} bodies={bodies} problem={problem} />
            </Columns>
            <Row>
              {mayWrite ? <Button kind="primary">{t('assignment.save')}</Button> : null}
              <ButtonLink href={back}>{t('assignment.back')}</ButtonLink>
            </Row>
            {assignment && mayWrite ? (
              <Disclosure summary={t('assignment.remove')}>
                <Stack>
                  <p>{t('assignment.remove.text')}</p>
                  <Row>
                    <Button name="intent" value="remove" kind="danger">
                      {t('assignment.remove.yes')}
                    </Button>
                  </Row>
                </Stack>
              </Disclosure>
            ) : null}
          </Stack>
        </fieldset>
      </form>
      {assignment && priorities ? (
        <ThingPrioritiesCard
          thing={{
            kind: 'budget.assignment',
            id: assignment.id,
            address: documentAddress(book, version).assignment(assignment.id),
          }}
          shown={priorities}
        />
      ) : null}
    </DocumentFrame>
  )
}

type Part = { assignment: AssignmentShown | null; problem: FormProblem | undefined }

function What({
  assignment,
  problem,
  kinds,
  chapters,
}: Part & { kinds: readonly string[]; chapters: readonly { number: string; title: string | null }[] }) {
  const t = useTexts(documentPageTexts)
  const value = (name: string, now: string) => problem?.values[name] ?? now
  const optional = t('optional')
  return (
    <Card>
      <TextArea
        label={t('assignment.text')}
        name="text"
        required
        maxLength={4000}
        defaultValue={value('text', assignment?.text ?? '')}
        error={problem?.fields['text']}
      />
      <TextField
        label={t('assignment.kind')}
        hint={t('assignment.kind.hint')}
        name="kind"
        required
        maxLength={60}
        list="assignment-kinds"
        defaultValue={value('kind', assignment?.kind ?? '')}
        error={problem?.fields['kind']}
      />
      <datalist id="assignment-kinds">
        {kinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <TextField
        label={t('assignment.theme')}
        hint={t('assignment.theme.hint')}
        optional={optional}
        name="theme"
        maxLength={200}
        defaultValue={value('theme', assignment?.theme ?? '')}
      />
      <SelectField
        label={t('assignment.chapter')}
        name="chapter"
        defaultValue={value('chapter', assignment?.chapter ?? '')}
        options={[
          { value: '', label: t('assignment.chapter.none') },
          ...chapters.map(({ number, title }) => ({
            value: number,
            label: title === null ? t('assignment.chapter.unwritten', { number }) : `${number}. ${title}`,
          })),
        ]}
      />
      <TextField
        label={t('assignment.amounts')}
        hint={t('assignment.amounts.hint')}
        optional={optional}
        name="amounts"
        maxLength={400}
        defaultValue={value('amounts', assignment?.amounts ?? '')}
      />
      <TextField
        label={t('assignment.due')}
        optional={optional}
        name="dueYear"
        inputMode="numeric"
        pattern="[0-9]{4}"
        maxLength={4}
        defaultValue={value('dueYear', String(assignment?.dueYear ?? ''))}
        error={problem?.fields['dueYear']}
      />
      <TextArea
        label={t('assignment.condition')}
        optional={optional}
        name="condition"
        maxLength={1000}
        defaultValue={value('condition', assignment?.condition ?? '')}
      />
    </Card>
  )
}

function Who({ assignment, problem, bodies }: Part & { bodies: readonly string[] }) {
  const t = useTexts(documentPageTexts)
  const optional = t('optional')
  const [first = '', ...also] = assignment?.responsible.map(({ name }) => name) ?? []
  const consulted = assignment?.consulted.map(({ name }) => name) ?? []
  const known = (name: string) => bodies.includes(name)
  return (
    <Card>
      <SelectField
        label={t('assignment.first')}
        hint={t('assignment.first.hint')}
        name="first"
        defaultValue={problem?.values['first'] ?? (known(first) ? first : '')}
        error={problem?.fields['responsible'] ? t('assignment.first.missing') : undefined}
        options={[
          { value: '', label: t('assignment.first.other') },
          ...bodies.map((name) => ({ value: name, label: name })),
        ]}
      />
      <TextField
        label={t('assignment.other')}
        hint={t('assignment.other.hint')}
        optional={optional}
        name="firstOther"
        maxLength={200}
        defaultValue={problem?.values['firstOther'] ?? (known(first) ? '' : first)}
      />
      {(['also', 'consulted'] as const).map((part) => {
        const chosen = part === 'also' ? also : consulted
        return (
          <Disclosure key={part} summary={t(`assignment.${part}`)} open={chosen.length > 0}>
            <ChoiceGroup legend={<span className="visually-hidden">{t(`assignment.${part}`)}</span>}>
              <div className={styles.bodies}>
                {bodies.map((name) => (
                  <Choice
                    key={name}
                    name={part}
                    value={name}
                    label={name}
                    defaultChecked={chosen.includes(name)}
                  />
                ))}
              </div>
              <TextArea
                label={t('assignment.more')}
                optional={optional}
                name={`${part}More`}
                rows={2}
                defaultValue={
                  problem?.values[`${part}More`] ?? chosen.filter((name) => !known(name)).join('\n')
                }
              />
            </ChoiceGroup>
          </Disclosure>
        )
      })}
    </Card>
  )
}
