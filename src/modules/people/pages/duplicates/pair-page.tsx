import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { ChangeButton } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, Notice, PageHead, Stack } from '#web/ui/index.ts'
import { getDuplicate } from '../../operations/duplicates/get-duplicate.ts'
import { almostSure } from '../../rules/duplicates/score-pair.ts'
import { fullName } from '../../rules/names.ts'
import { CompareTable } from './compare-table.tsx'
import { decidePair } from './decide-pair.ts'
import { duplicatesTexts } from './duplicates-texts.ts'
import { ReasonList } from './reason-list.tsx'
import styles from './duplicates.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(duplicatesTexts, 'pairHead', matches)

export async function loader({ context, params }: LoaderFunctionArgs) {
  return orProblemPage(visitOf({ context }).call(getDuplicate, { pairId: params['pair'] ?? '' }))
}

export const action = decidePair

/** Two records beside each other, to be put together or found to be two persons. */
export default function PairPage() {
  const { first, second, score, reasons, decidedBy } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(duplicatesTexts)
  // Who came first has most to be kept.
  const stays = first.createdAt <= second.createdAt ? 'first' : 'second'
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('register') },
          { href: '/people/duplicates', label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('pairHead')}
        lead={t('pairLead', {
          first: fullName(first),
          second: fullName(second),
          sure: String(score >= almostSure),
        })}
      />
      <Stack gap="loose">
        <FormNotices problem={problem} />
        {decidedBy ? (
          <Notice>
            <p>
              {t('decidedBy', { name: decidedBy })} {t('reopenText')}
            </p>
          </Notice>
        ) : null}
        <Card title={t('forAndAgainst')}>
          <ReasonList reasons={reasons} />
        </Card>
        <Card title={t('sideBySide')}>
          <p>{t('chooseText')}</p>
          <form method="post" className={styles.actions}>
            <input type="hidden" name="change" value="merge" />
            <CompareTable first={first} second={second} stays={stays} />
            <p>
              <Button kind="primary">{t('merge')}</Button>
            </p>
          </form>
        </Card>
        {decidedBy ? null : (
          <Card title={t('notSame')}>
            <p>{t('notSameText')}</p>
            <ChangeButton change="dismiss">{t('notSame')}</ChangeButton>
          </Card>
        )}
      </Stack>
    </>
  )
}
