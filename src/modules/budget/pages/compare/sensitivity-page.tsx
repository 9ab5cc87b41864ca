import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar, type BarPart } from '#web/ui/bar.tsx'
import {
  Button,
  ButtonLink,
  Card,
  cells,
  EmptyState,
  Row,
  rows,
  SelectField,
  Stack,
  Status,
  Table,
  TextField,
} from '#web/ui/index.ts'
import { getSensitivity } from '../../operations/get-sensitivity.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { VersionPicker } from '../book/version-picker.tsx'
import { printAmount } from '../parts/amount.tsx'
import { unitWord } from '../parts/units.ts'
import { readCellText } from '../workbench/cell-text.ts'
import { compareTexts } from './compare-texts.ts'

const kinds = ['taxBase', 'indexation', 'interest', 'payAgreement', 'row'] as const
const shockPlaces = 3

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const year = Number(searchParams.get('year')) || undefined
  const written = Array.from({ length: shockPlaces }, (_, index) => ({
    kind: kinds.find((kind) => kind === searchParams.get(`kind${index}`)) ?? null,
    size: searchParams.get(`size${index}`) ?? '',
    role: roles.find((role) => role === searchParams.get(`role${index}`)) ?? null,
    course: searchParams.get(`course${index}`) === 'growing' ? ('growing' as const) : ('level' as const),
  }))
  const shocks = written.flatMap(({ kind, size, role, course }) => {
    const read = readCellText(size)
    if (!kind || !read.ok || read.amount === null || (kind === 'row' && !role)) return []
    return [{ kind, size: read.amount, course, ...(kind === 'row' && role ? { role } : {}) }]
  })
  const sensitivity = await orProblemPage(
    visit.call(getSensitivity, { bookId: book.id, versionId: version.id, shocks, ...(year ? { year } : {}) }),
  )
  return { book, version, sensitivity, written }
}

/** What a version is sensitive to: each row, and whatever one wants to try. */
export default function SensitivityPage() {
  const { book, version, sensitivity, written } = useLoaderData<typeof loader>()
  const t = useTexts(compareTexts)
  const words = useTexts(frameTexts)
  const root = `/budget/${book.slug}`
  const unit = unitWord(book.amountUnit, words)
  const print = (text: string, signed = true) => printAmount(text, book.decimals, signed)
  if (sensitivity.rows.length === 0) {
    return (
      <EmptyState
        title={t('sensitivity.empty.title')}
        action={<ButtonLink href={`${root}/figures`}>{t('figures')}</ButtonLink>}
      >
        {t('sensitivity.empty.text')}
      </EmptyState>
    )
  }
  const domain = domainOf(sensitivity.tornado.flatMap((bar) => [Number(bar.low), Number(bar.high)]))
  return (
    <>
      <Row align="between">
        <VersionPicker
          book={book}
          current={version.slug}
          href={(slug) => `${root}/sensitivity/${slug}`}
          only={(each) => each.kind !== 'other'}
        />
        <ButtonLink small href={`${root}/compare`}>
          {t('first')}
        </ButtonLink>
      </Row>
      <Stack gap="tight">
        <h2>{t('sensitivity.title', { year: String(sensitivity.year) })}</h2>
        <p>{t('sensitivity.lead')}</p>
      </Stack>
      <Card title={t('sensitivity.own')}>
        <form method="get">
          <Stack>
            <Row>
              <SelectField
                label={t('year')}
                name="year"
                defaultValue={sensitivity.year}
                options={sensitivity.years.map((year) => ({ value: String(year), label: String(year) }))}
              />
            </Row>
            {written.map((shock, index) => (
              // The places of the form are all there is to tell them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <Row key={index}>
                <SelectField
                  label={t('sensitivity.kind')}
                  name={`kind${index}`}
                  defaultValue={shock.kind ?? ''}
                  options={[
                    { value: '', label: t('sensitivity.none') },
                    ...kinds.map((kind) => ({ value: kind, label: t(`sensitivity.kind.${kind}`) })),
                  ]}
                />
                <TextField
                  label={t('sensitivity.size')}
                  name={`size${index}`}
                  defaultValue={shock.size}
                  error={shock.kind && !isSize(shock.size) ? t('sensitivity.size.unread') : undefined}
                  numeric
                  size={6}
                  inputMode="decimal"
                />
                <SelectField
                  label={t('sensitivity.row')}
                  name={`role${index}`}
                  defaultValue={shock.role ?? ''}
                  error={shock.kind === 'row' && !shock.role ? t('sensitivity.row.missing') : undefined}
                  options={[
                    { value: '', label: t('sensitivity.none') },
                    ...sensitivity.rows.map((row) => ({ value: row.role as Role, label: row.label })),
                  ]}
                />
                <SelectField
                  label={t('sensitivity.course')}
                  name={`course${index}`}
                  defaultValue={shock.course}
                  options={(['level', 'growing'] as const).map((course) => ({
                    value: course,
                    label: t(`sensitivity.course.${course}`),
                  }))}
                />
              </Row>
            ))}
            <p>{t('sensitivity.size.hint')}</p>
            <Row>
              <Button kind="primary">{t('sensitivity.try')}</Button>
            </Row>
          </Stack>
        </form>
        {sensitivity.combined ? (
          <Table
            label={t('sensitivity.own')}
            head={
              <tr>
                <th scope="col">{t('sensitivity.kind')}</th>
                {sensitivity.years.map((year) => (
                  <th key={year} scope="col" className={cells.numeric}>
                    {year}
                  </th>
                ))}
              </tr>
            }
          >
            <tbody>
              {sensitivity.shocks.map((shock) => (
                <tr key={`${shock.kind} ${shock.label} ${shock.size}`}>
                  <th scope="row">
                    {shock.label || t(`sensitivity.kind.${shock.kind as 'taxBase'}`)}{' '}
                    {t(shock.kind === 'interest' ? 'sensitivity.size.points' : 'sensitivity.size.percent', {
                      size: printAmount(shock.size, 1, true),
                    })}
                  </th>
                  {shock.effect ? (
                    shock.effect.map((effect, index) => (
                      <td key={sensitivity.years[index]} className={cells.numeric}>
                        {print(effect)}
                      </td>
                    ))
                  ) : (
                    <td colSpan={sensitivity.years.length}>{t('sensitivity.notThere')}</td>
                  )}
                </tr>
              ))}
              <tr className={rows.sum}>
                <th scope="row">{t('sensitivity.together')}</th>
                {sensitivity.combined.effect.map((effect, index) => (
                  <td key={sensitivity.years[index]} className={cells.numeric}>
                    {print(effect)}
                  </td>
                ))}
              </tr>
              <tr className={rows.sum}>
                <th scope="row">{t('sensitivity.becomes')}</th>
                {sensitivity.combined.result.map((result, index) => {
                  const balance = sensitivity.combined?.balance[index] ?? 'holds'
                  return (
                    <td key={sensitivity.years[index]} className={cells.numeric}>
                      {print(result, false)}
                      <br />
                      <Status tone={balance === 'broken' ? 'bad' : balance === 'pending' ? 'warn' : 'good'}>
                        {t(`sensitivity.balance.${balance}`)}
                      </Status>
                    </td>
                  )
                })}
              </tr>
            </tbody>
          </Table>
        ) : null}
      </Card>
      <Card title={t('sensitivity.tornado')}>
        <Table
          label={t('sensitivity.tornado')}
          caption={t('sensitivity.rows.caption', { unit })}
          head={
            <tr>
              <th scope="col">{t('sensitivity.row')}</th>
              <th scope="col" className={cells.numeric}>
                {t('sensitivity.low')}
              </th>
              <th scope="col" className={barCell}>
                <span className="visually-hidden">{t('sensitivity.tornado')}</span>
              </th>
              <th scope="col" className={cells.numeric}>
                {t('sensitivity.high')}
              </th>
            </tr>
          }
        >
          <tbody>
            {sensitivity.tornado.map((bar) => (
              <tr key={bar.id}>
                <th scope="row">
                  {bar.label}
                  <NarrowBar domain={domain} parts={swingOf(bar)} />
                </th>
                <td className={cells.numeric}>{print(bar.low)}</td>
                <td className={barCell}>
                  <Bar domain={domain} parts={swingOf(bar)} />
                </td>
                <td className={cells.numeric}>{print(bar.high)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card title={t('sensitivity.rows')}>
        <Table
          label={t('sensitivity.rows')}
          caption={t('sensitivity.rows.caption', { unit })}
          head={
            <tr>
              <th scope="col">{t('sensitivity.row')}</th>
              <th scope="col" className={cells.numeric}>
                {t('sensitivity.amount')}
              </th>
              {sensitivity.rows[0]?.effects.map((effect) => (
                <th key={effect.percent} scope="col" className={cells.numeric}>
                  {printAmount(effect.percent, 0, true)} %
                </th>
              ))}
            </tr>
          }
        >
          <tbody>
            {sensitivity.rows.map((row) => (
              <tr key={row.role}>
                <th scope="row">{row.label}</th>
                <td className={cells.numeric}>{print(row.amount, false)}</td>
                {row.effects.map((effect) => (
                  <td key={effect.percent} className={cells.numeric}>
                    {print(effect.effect)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  )
}

/** From what the shock takes at worst to what it gives at best. */
function swingOf({ low, high }: { low: string; high: string }): BarPart[] {
  return [
    { from: 0, to: Number(low), tone: 'minus' },
    { from: 0, to: Number(high), tone: 'plus' },
  ]
}

/** Whether a size was written that can be reckoned with. */
function isSize(text: string): boolean {
  const read = readCellText(text)
  return read.ok && read.amount !== null
}
