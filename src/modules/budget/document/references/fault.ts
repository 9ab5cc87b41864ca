/** Why a reference points to nothing, as a message key (`document.fault.<key>`) with its parameters. */
export type ReferenceFault = {
  key:
    | 'unknownName'
    | 'unknownAttribute'
    | 'missingAttribute'
    | 'badValue'
    | 'inText'
    | 'onOwnLine'
    | 'unknownRow'
    | 'removedRow'
    | 'ambiguousRow'
    | 'unknownBoard'
    | 'unknownUnit'
    | 'unknownChapter'
    | 'unknownYear'
    | 'unknownTable'
    | 'unknownTableRow'
    | 'unknownColumn'
    | 'unknownAssignment'
    | 'removedAssignment'
    | 'blank'
    | 'noRequirement'
    | 'noTax'
  params: Record<string, string>
}

export type OrFault<Value> = { ok: true; value: Value } | { ok: false; fault: ReferenceFault }

export function good<Value>(value: Value): OrFault<Value> {
  return { ok: true, value }
}

export function bad(
  key: ReferenceFault['key'],
  params: Record<string, string> = {},
): { ok: false; fault: ReferenceFault } {
  return { ok: false, fault: { key, params } }
}
