import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { thingPriorities } from '../parts/thing-priorities.ts'
import { ThingPrioritiesCard } from '#web/priorities/thing-priorities.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import {
  Button,
  ButtonLink,
  Card,
  Choice,
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
import { getAdjustment } from '../../operations/get-adjustment.ts'
import { removeAdjustment } from '../../operations/remove-adjustment.ts'
import { setLinks } from '../../operations/set-links.ts'
import { updateAdjustment } from '../../operations/update-adjustment.ts'
import type { Role } from '../../rules/roles.ts'
import type { AdjustmentKind } from '../../rules/statements/version.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { unitWord } from '../parts/units.ts'
import { AdjustmentHistory } from './adjustment-history.tsx'
import { adjustmentTexts } from './adjustment-texts.ts'
import { editText, readCellText } from './cell-text.ts'
import { workbenchTexts } from './workbench-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book } = await bookAndVersion({ ...args, params: { book: args.params['book'] } })
  const adjustment = await orProblemPage(
    visit.call(getAdjustment, { bookId: book.id, adjustmentId: args.params['adjustment'] ?? '' }),
  )
  const version = book.versions.find((each) => each.id === adjustment.versionId)
  const priorities =
    version?.kind === 'own' && !adjustment.removed
      ? await thingPriorities(visit, 'budget.adjustment', args.params['adjustment'] ?? '')
      : null
  return {
    book,
    version,
    adjustment,
    priorities,
    id: args.params['adjustment'] ?? '',
    mayWrite: visit.may(updateAdjustment),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book } = await bookAndVersion({ ...args, params: { book: args.params['book'] } })
  const form = await args.request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const target = {
    bookId: book.id,
    versionId: text('versionId'),
    adjustmentId: args.params['adjustment'] ?? '',
  }
  const here = `/budget/${book.slug}/adjustments/${target.adjustmentId}`
  return orFormProblem(visit, budgetTexts, form, async () => {
    switch (text('intent')) {
      case 'remove':
      case 'restore':
        await visit.call(removeAdjustment, { ...target, removed: text('intent') === 'remove' })
        return redirect(here)
      case 'links':
        await visit.call(setLinks, { ...target, links: linksIn(form) })
        return redirect(here)
      default: {
        const amounts = amountsIn(form)
        const board = text('publicBoardId')
        await visit.call(updateAdjustment, {
          ...target,
          expectedRevision: Number(text('revision')),
          changes: {
            label: text('label'),
            publicBoardId: board === '' ? null : board,
            kind: board === '' ? 'financing' : (text('kind') as AdjustmentKind),
            recurring: form.get('recurring') === 'yes',
            rationale: text('rationale'),
            part: text('part') || null,
            statementRole: (text('statementRole') || null) as Role | null,
            chapter: text('chapter') || null,
          },
          amounts,
        })
        return redirect(`${here}?saved=1`)
      }
    }
  })
}

/** The amounts that were changed in the form: each year's text beside what stood there. */
function amountsIn(form: FormData) {
  return [...form.keys()]
    .filter((name) => name.startsWith('amount-'))
    .flatMap((name) => {
      const year = Number(name.slice('amount-'.length))
      const written = readCellText(String(form.get(name) ?? ''))
      if (!written.ok) throw new Problem('invalidInput', { issues: [{ path: [name], message: 'amount' }] })
      const before = String(form.get(`before-${year}`) ?? '')
      if ((written.amount ?? '') === before) return []
      return [{ year, amount: written.amount, expectedRevision: Number(form.get(`revision-${year}`) ?? 0) }]
    })
}

function linksIn(form: FormData) {
  const titles = form.getAll('linkTitle').map(String)
  const addresses = form.getAll('linkAddress').map(String)
  return titles
    .map((title, index) => ({ title: title.trim(), address: (addresses[index] ?? '').trim() }))
    .filter((link) => link.title !== '' || link.address !== '')
}

/** Everything said about one adjustment, as forms that work without scripts. */
export default function AdjustmentPage() {
  const { book, version, adjustment, priorities, id, mayWrite } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(adjustmentTexts)
  const words = useTexts(workbenchTexts)
  const units = useTexts(frameTexts)
  const back = `/budget/${book.slug}/workbench/${version?.slug ?? ''}`
  const value = (name: string, now: string) => problem?.values[name] ?? now
  if (adjustment.removed) {
    return (
      <Card title={t('removed.title')}>
        <p>{adjustment.label}</p>
        <form method="post">
          <input type="hidden" name="versionId" value={adjustment.versionId} />
          <Row>
            <Button name="intent" value="restore" kind="primary">
              {t('restore')}
            </Button>
            <ButtonLink href={back}>{t('back')}</ButtonLink>
          </Row>
        </form>
      </Card>
    )
  }
  return (
    <Columns>
      <Card title={adjustment.label}>
        {problem ? (
          <Notice tone="bad" title={problem.title} live>
            <p>{problem.detail}</p>
            {typeof problem.facts['label'] === 'string' ? (
              <p>{t('theirs', { title: '', label: problem.facts['label'] })}</p>
            ) : null}
          </Notice>
        ) : null}
        <form method="post">
          <fieldset disabled={!mayWrite}>
            <Stack>
              <input type="hidden" name="versionId" value={adjustment.versionId} />
              <input type="hidden" name="revision" value={adjustment.revision} />
              <TextField
                label={t('label')}
                name="label"
                required
                maxLength={300}
                defaultValue={value('label', adjustment.label)}
                error={problem?.fields['label']}
              />
              <fieldset>
                <legend>
                  <strong>{t('amounts', { unit: unitWord(book.amountUnit, units) })}</strong>
                </legend>
                <p>{t('amounts.hint')}</p>
                <Row>
                  {adjustment.amounts.map((each) => (
                    <div key={each.year}>
                      <input type="hidden" name={`before-${each.year}`} value={each.amount ?? ''} />
                      <input type="hidden" name={`revision-${each.year}`} value={each.revision} />
                      <TextField
                        numeric
                        size={10}
                        inputMode="decimal"
                        label={String(each.year)}
                        name={`amount-${each.year}`}
                        defaultValue={value(`amount-${each.year}`, editText(each.amount))}
                        error={problem?.fields[`amount-${each.year}`] ? t('number') : undefined}
                      />
                    </div>
                  ))}
                </Row>
              </fieldset>
              <SelectField
                label={t('board')}
                name="publicBoardId"
                defaultValue={value('publicBoardId', adjustment.publicBoardId ?? '')}
                error={problem?.fields['publicBoardId']}
                options={[
                  { value: '', label: t('board.none') },
                  ...book.publicBoards.map((each) => ({ value: each.id, label: each.name })),
                ]}
              />
              <SelectField
                label={t('kind')}
                hint={t('kind.hint')}
                name="kind"
                defaultValue={value('kind', adjustment.kind)}
                options={(['reform', 'saving', 'income', 'financing', 'resultRequirement'] as const).map(
                  (kind) => ({
                    value: kind,
                    label: words(`kind.${kind}`),
                  }),
                )}
              />
              <Choice
                name="recurring"
                value="yes"
                label={t('recurring')}
                hint={t('recurring.hint')}
                defaultChecked={adjustment.recurring}
              />
              <TextArea
                label={t('rationale')}
                hint={t('rationale.hint')}
                name="rationale"
                maxLength={10_000}
                defaultValue={value('rationale', adjustment.rationale)}
              />
              {adjustment.chapters.length > 0 ? (
                <SelectField
                  label={t('chapter')}
                  name="chapter"
                  defaultValue={value('chapter', adjustment.chapter ?? '')}
                  options={[
                    { value: '', label: t('chapter.none') },
                    ...adjustment.chapters.map((chapter) => ({
                      value: chapter.number,
                      label: `${chapter.number}. ${chapter.title}`,
                    })),
                  ]}
                />
              ) : null}
              {adjustment.parts.length > 0 ? (
                <SelectField
                  label={t('part')}
                  name="part"
                  defaultValue={value('part', adjustment.part ?? '')}
                  options={[
                    { value: '', label: t('part.auto') },
                    ...adjustment.parts.map((part) => ({ value: part, label: part })),
                  ]}
                />
              ) : null}
              {adjustment.statementRows.length > 0 ? (
                <SelectField
                  label={t('role')}
                  hint={t('role.hint')}
                  name="statementRole"
                  defaultValue={value('statementRole', adjustment.statementRole ?? '')}
                  options={[
                    {
                      value: '',
                      label: adjustment.assumedRole
                        ? `${t('role.auto')} (${adjustment.assumedRole.label})`
                        : t('role.auto'),
                    },
                    ...adjustment.statementRows.map((row) => ({ value: row.role, label: row.label })),
                  ]}
                />
              ) : null}
              <Row>
                {mayWrite ? <Button kind="primary">{t('save')}</Button> : null}
                <ButtonLink href={back}>{t('back')}</ButtonLink>
              </Row>
            </Stack>
          </fieldset>
        </form>
      </Card>
      <Stack>
        {priorities ? (
          <ThingPrioritiesCard
            thing={{ kind: 'budget.adjustment', id, address: `/budget/${book.slug}/adjustments/${id}` }}
            shown={priorities}
          />
        ) : null}
        <LinksCard adjustment={adjustment} mayWrite={mayWrite} />
        <AdjustmentHistory book={book} adjustment={adjustment} />
        {mayWrite ? (
          <Disclosure summary={t('remove')}>
            <form method="post">
              <Stack>
                <p>{t('removeText')}</p>
                <input type="hidden" name="versionId" value={adjustment.versionId} />
                <Row>
                  <Button name="intent" value="remove" kind="danger">
                    {t('removeConfirm')}
                  </Button>
                </Row>
              </Stack>
            </form>
          </Disclosure>
        ) : null}
      </Stack>
    </Columns>
  )
}

export type AdjustmentShown = Awaited<ReturnType<typeof loader>>['adjustment']

function LinksCard({ adjustment, mayWrite }: { adjustment: AdjustmentShown; mayWrite: boolean }) {
  const t = useTexts(adjustmentTexts)
  return (
    <Card title={t('links')}>
      {adjustment.links.length === 0 ? <p>{t('links.none')}</p> : null}
      <ul>
        {adjustment.links.map((link) => (
          <li key={link.id}>
            <a href={link.address}>{link.title}</a>
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <Disclosure summary={t('links.add')}>
          <form method="post">
            <Stack>
              <input type="hidden" name="versionId" value={adjustment.versionId} />
              {adjustment.links.map((link) => (
                <Row key={link.id}>
                  <TextField
                    label={t('links.title')}
                    name="linkTitle"
                    defaultValue={link.title}
                    maxLength={200}
                  />
                  <TextField
                    label={t('links.address')}
                    name="linkAddress"
                    defaultValue={link.address}
                    maxLength={2000}
                  />
                </Row>
              ))}
              <Row>
                <TextField label={t('links.title')} name="linkTitle" maxLength={200} />
                <TextField
                  label={t('links.address')}
                  name="linkAddress"
                  placeholder="https://"
                  maxLength={2000}
                />
              </Row>
              <Row>
                <Button name="intent" value="links">
                  {t('save')}
                </Button>
              </Row>
            </Stack>
          </form>
        </Disclosure>
      ) : null}
    </Card>
  )
}
