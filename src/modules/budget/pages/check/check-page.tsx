import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, EmptyState, Row, Segments, Stack } from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { acceptFinding, withdrawAcceptance } from '../../operations/accept-finding.ts'
import { checkVersion } from '../../operations/check-version.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { VersionPicker } from '../book/version-picker.tsx'
import { checkPageTexts } from './check-texts.ts'
import { FindingGroup } from './finding-group.tsx'
import { groupsOf } from './groups.ts'

const shows = ['findings', 'accepted', 'rounding', 'holds'] as const
type Show = (typeof shows)[number]

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const wanted = searchParams.get('show')
  const show: Show = shows.find((each) => each === wanted) ?? 'findings'
  const subject =
    searchParams.get('subject') === 'compiled' ||
    (version.kind === 'scenario' && searchParams.get('subject') === null)
      ? ('compiled' as const)
      : ('printed' as const)
  const result = await orProblemPage(
    visit.call(checkVersion, {
      bookId: book.id,
      versionId: version.id,
      subject,
      outcome: show === 'findings' || show === 'accepted' ? 'finding' : show,
    }),
  )
  const checks = result.checks
    .filter((check) => show !== 'findings' || check.acceptance === null)
    .filter((check) => show !== 'accepted' || check.acceptance !== null)
  return { book, version, show, subject, summary: result.summary, checks, mayWrite: visit.may(acceptFinding) }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const target = { bookId: book.id, versionId: version.id }
  return orFormProblem(visit, budgetTexts, form, async () => {
    if (form.get('intent') === 'withdraw') {
      await visit.call(withdrawAcceptance, { ...target, acceptanceId: String(form.get('acceptanceId')) })
    } else {
      const fingerprints = form.getAll('fingerprint').map(String)
      for (const [index, findingId] of form.getAll('findingId').map(String).entries()) {
        await visit.call(acceptFinding, {
          ...target,
          findingId,
          fingerprint: fingerprints[index] ?? '',
          note: String(form.get('note') ?? ''),
        })
      }
    }
    const url = new URL(args.request.url)
    return redirect(`${url.pathname}${url.search}`)
  })
}

/** Everything the check found, grouped by cause; and, for who wants to see, all that holds. */
export default function CheckPage() {
  const { book, version, show, subject, summary, checks, mayWrite } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(checkPageTexts)
  const root = `/budget/${book.slug}`
  const here = (more: { slug?: string; subject?: string; show?: string }) =>
    `${root}/check/${more.slug ?? version.slug}?subject=${more.subject ?? subject}&show=${more.show ?? show}`
  const groups = groupsOf(checks)
  return (
    <>
      <Row align="between">
        <VersionPicker book={book} current={version.slug} href={(slug) => `${root}/check/${slug}`} />
        <Segments
          label={t('subject')}
          tabs={(['printed', 'compiled'] as const).map((each) => ({
            href: here({ subject: each }),
            label: t(`subject.${each}`),
            current: each === subject,
          }))}
        />
      </Row>
      <FormNotices problem={problem} />
      {summary.checks === 0 ? (
        <EmptyState
          title={t('none.nothing.title')}
          action={
            mayWrite ? (
              <ButtonLink href={`${root}/import`} kind="primary">
                {t('none.nothing.action')}
              </ButtonLink>
            ) : null
          }
        >
          {t('none.nothing.text')}
        </EmptyState>
      ) : (
        <>
          <Stack gap="tight">
            <h2>
              {t('summary.open', { open: summary.open })}
              {summary.open > 0 ? `, ${t('summary.errors', { errors: summary.errors })}` : ''}
              {show === 'findings' && groups.length > 0
                ? ` (${t('summary.causes', { causes: groups.length })})`
                : ''}
            </h2>
            <p>{t('summary', summary)}</p>
          </Stack>
          <Segments
            label={t('show')}
            tabs={shows.map((each) => ({
              href: here({ show: each }),
              label: t(`show.${each}`),
              current: each === show,
            }))}
          />
          {groups.length === 0 ? (
            show === 'accepted' ? (
              <p>{t('none.accepted')}</p>
            ) : (
              <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
            )
          ) : null}
          <Stack>
            {groups.map((group) => (
              <FindingGroup
                key={group.key}
                group={group}
                root={root}
                version={version.slug}
                mayWrite={mayWrite}
              />
            ))}
          </Stack>
        </>
      )}
    </>
  )
}
