import {
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import {
  Button,
  ButtonLink,
  Card,
  Columns,
  Disclosure,
  Notice,
  PageHead,
  Row,
  SelectField,
  Stack,
  Status,
  Table,
  TextField,
} from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { branchVersion } from '../../operations/branch-version.ts'
import { changeState } from '../../operations/change-state.ts'
import { addVersion, updateVersion } from '../../operations/update-version.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { versionsTexts } from './versions-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book } = await bookAndVersion(args)
  return { book, mayWrite: visit.may(branchVersion) }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book } = await bookAndVersion(args)
  const form = await args.request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const root = `/budget/${book.slug}`
  const bookId = book.id
  return orFormProblem(visit, budgetTexts, form, async () => {
    switch (text('intent')) {
      case 'branch': {
        const { slug } = await visit.call(branchVersion, {
          bookId,
          versionId: text('versionId'),
          name: text('name'),
        })
        return redirect(`${root}/workbench/${slug}`)
      }
      case 'other':
        await visit.call(addVersion, { bookId, name: text('name'), party: text('party') })
        return redirect(`${root}/import`)
      case 'archive':
        await visit.call(changeState, { bookId, versionId: text('versionId'), state: 'archived' })
        return redirect(`${root}/versions`)
      default:
        await visit.call(updateVersion, {
          bookId,
          versionId: text('versionId'),
          name: text('name'),
          party: text('party'),
          cashPolicy: text('cashPolicy') === 'cash' ? 'cash' : 'loans',
        })
        return redirect(`${root}/versions`)
    }
  })
}

/** Every version of the book, and the way to new ones. */
export default function VersionsPage() {
  const { book, mayWrite } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const [search] = useSearchParams()
  const t = useTexts(versionsTexts)
  const words = useTexts(frameTexts)
  const root = `/budget/${book.slug}`
  const branched = book.versions.some((version) => version.parentId !== null)
  const nameOf = (id: string | null) => book.versions.find((version) => version.id === id)?.name ?? ''
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {search.get('adopted') ? (
        <Notice tone="good" live>
          <p>{t('adopted', { count: Number(search.get('adopted')) })}</p>
        </Notice>
      ) : null}
      <FormNotices problem={problem} />
      <Card>
        <Table
          label={t('title')}
          head={
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('state')}</th>
              {branched ? <th scope="col">{t('parent')}</th> : null}
              <td />
            </tr>
          }
        >
          <tbody>
            {book.versions.map((version) => (
              <tr key={version.id}>
                <th scope="row">{version.name}</th>
                <td>{words(`kind.${version.kind}`)}</td>
                <td>
                  <Status
                    tone={version.state === 'adopted' ? 'good' : version.state === 'ready' ? 'info' : 'plain'}
                  >
                    {words(`state.${version.state}`)}
                  </Status>
                </td>
                {branched ? <td>{nameOf(version.parentId)}</td> : null}
                <td>
                  <Row align="end">
                    <ButtonLink
                      small
                      href={`${root}/${version.kind === 'base' || version.kind === 'other' ? 'figures' : 'workbench'}/${version.slug}`}
                    >
                      {t('open')}
                    </ButtonLink>
                    {mayWrite && version.kind === 'scenario' && version.state === 'draft' ? (
                      <>
                        <ButtonLink small href={`${root}/versions/${version.slug}/adopt`}>
                          {t('adopt')}
                        </ButtonLink>
                        <form method="post">
                          <input type="hidden" name="versionId" value={version.id} />
                          <Button small name="intent" value="archive">
                            {t('archive')}
                          </Button>
                        </form>
                      </>
                    ) : null}
                  </Row>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        {mayWrite ? (
          <div>
            {book.versions
              .filter((version) => version.state === 'draft' || version.state === 'ready')
              .map((version) => (
                <Disclosure key={version.id} summary={t('edit', { name: version.name })}>
                  <form method="post">
                    <Stack>
                      <input type="hidden" name="versionId" value={version.id} />
                      <TextField
                        label={t('name')}
                        name="name"
                        required
                        maxLength={120}
                        defaultValue={version.name}
                      />
                      <TextField
                        label={t('edit.party')}
                        name="party"
                        maxLength={120}
                        defaultValue={version.party}
                      />
                      <SelectField
                        label={t('edit.cashPolicy')}
                        name="cashPolicy"
                        defaultValue={version.cashPolicy}
                        options={(['loans', 'cash'] as const).map((policy) => ({
                          value: policy,
                          label: t(`cashPolicy.${policy}`),
                        }))}
                      />
                      <Row>
                        <Button name="intent" value="update">
                          {t('save')}
                        </Button>
                      </Row>
                    </Stack>
                  </form>
                </Disclosure>
              ))}
          </div>
        ) : null}
      </Card>
      {mayWrite ? (
        <Columns>
          <Card title={t('branch')}>
            <form method="post">
              <Stack>
                <TextField
                  label={t('branch.name')}
                  hint={t('branch.name.hint')}
                  name="name"
                  required
                  maxLength={120}
                />
                <SelectField
                  label={t('branch.from')}
                  name="versionId"
                  defaultValue={book.versions.find((version) => version.kind === 'own')?.id}
                  options={book.versions
                    .filter((version) => version.kind === 'own' || version.kind === 'scenario')
                    .map((version) => ({ value: version.id, label: version.name }))}
                />
                <Row>
                  <Button kind="primary" name="intent" value="branch">
                    {t('branch.create')}
                  </Button>
                </Row>
              </Stack>
            </form>
          </Card>
          <Card title={t('other')}>
            <p>{t('other.text')}</p>
            <form method="post">
              <Stack>
                <TextField label={t('other.name')} name="name" required maxLength={120} />
                <TextField label={t('other.party')} name="party" maxLength={120} />
                <Row>
                  <Button name="intent" value="other">
                    {t('other.create')}
                  </Button>
                </Row>
              </Stack>
            </form>
          </Card>
        </Columns>
      ) : null}
    </>
  )
}
