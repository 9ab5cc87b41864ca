import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { createBody, listBodies, listUnits } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { Columns, Stack } from '#web/ui/index.ts'
import { signOffProblemTexts } from './sign-off-problem-texts.ts'
import { changeState } from '../../operations/change-state.ts'
import { chooseSignOffBodies, listSignOffs, signOff } from '../../operations/sign-off.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { documentAddress, DocumentFrame } from '../document/document-frame.tsx'
import { BodiesCard } from './bodies-card.tsx'
import { ChooseBodies } from './choose-bodies.tsx'
import { HistoryCard } from './history-card.tsx'
import { RecordDecision } from './record-decision.tsx'
import { StateCard } from './state-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  return orProblemPage(
    (async () => {
      const mayChoose = visit.may(chooseSignOffBodies)
      return {
        book,
        version,
        today: today(new Date()),
        signOffs: await visit.call(listSignOffs, { bookId: book.id, versionId: version.id }),
        bodies: mayChoose ? (await visit.call(listBodies, {})).bodies : [],
        units: mayChoose && visit.may(createBody) ? (await visit.call(listUnits, {})).units : [],
        mayChoose,
        maySign: visit.may(signOff),
        mayMove: visit.may(changeState),
      }
    })(),
  )
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const target = { bookId: book.id, versionId: version.id }
  return orFormProblem(visit, signOffProblemTexts, form, async () => {
    switch (text('intent')) {
      case 'choose':
        await visit.call(chooseSignOffBodies, { ...target, bodyIds: form.getAll('bodyId').map(String) })
        break
      case 'create': {
        const { bodyId } = await visit.call(createBody, {
          unitId: text('unitId'),
          kind: text('kind'),
          name: text('name'),
        })
        const { bodies } = await visit.call(listSignOffs, target)
        const bodyIds = [...bodies.map((body) => body.bodyId), bodyId]
        await visit.call(chooseSignOffBodies, { ...target, bodyIds })
        break
      }
      case 'record':
        await visit.call(signOff, {
          ...target,
          bodyId: text('bodyId'),
          decision: text('decision') === 'returned' ? 'returned' : 'approved',
          decidedOn: text('decidedOn'),
          reference: text('reference'),
          note: text('note'),
        })
        break
      default: {
        const overrideReason = text('overrideReason').trim()
        await visit.call(changeState, {
          ...target,
          state: text('state') as typeof version.state,
          ...(overrideReason === '' ? {} : { overrideReason }),
        })
      }
    }
    return redirect(documentAddress(book, version).signOff)
  })
}

/** Which bodies must have said yes to a version, what they have said, and where it stands. */
export default function SignOffPage() {
  const {
    book,
    version,
    today: day,
    signOffs,
    bodies,
    units,
    mayChoose,
    maySign,
    mayMove,
  } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <DocumentFrame book={book} version={version} part="signOff">
      <FormNotices problem={problem} />
      <StateCard state={version.state} bodies={signOffs.bodies} mayMove={mayMove} problem={problem} />
      <BodiesCard bodies={signOffs.bodies} mayChoose={mayChoose} />
      <Columns>
        {maySign && signOffs.bodies.length > 0 ? (
          <RecordDecision bodies={signOffs.bodies} today={day} problem={problem} />
        ) : null}
        {mayChoose ? (
          <ChooseBodies chosen={signOffs.bodies} bodies={bodies} units={units} problem={problem} />
        ) : null}
        <Stack>
          <HistoryCard decisions={signOffs.decisions} steps={signOffs.history} />
        </Stack>
      </Columns>
    </DocumentFrame>
  )
}
