import { ZERO, type Amount } from '../../amount.ts'
import type { Table } from '../../book.ts'
import type { Role } from '../../roles.ts'
import type { BudgetShape, World } from './budget-figures.ts'
import { row, sum, years, type Figure } from './generated-columns.ts'
import type { GeneratedFigures } from './generated-figures.ts'
import { tableOf, type RowOf } from './table-of.ts'

export function appropriations(shape: BudgetShape, figures: GeneratedFigures): Table {
  const placed = years(figures, ['budgetBefore'], false)
  return tableOf({
    key: 'anslag',
    title: 'Anslag',
    kind: 'appropriations',
    columns: placed.map((each) => each.column),
    decimals: shape.decimals,
    rows: [
      ...figures.boards.flatMap((board) => [
        row(placed, board.name, 'appropriation', (world) => board.appropriation.get(world) ?? null),
        ...board.parts.map((part) =>
          row(placed, part.name, 'appropriation', (world) => part.of.get(world) ?? null, {
            kind: 'ofWhich',
            ofWhichComplete: board.partsComplete,
          }),
        ),
      ]),
      ...(shape.seed % 2 === 0
        ? [
            row(
              placed,
              'Summa anslag',
              'appropriationTotal',
              total(figures.boards.map((board) => board.appropriation)),
              sum,
            ),
          ]
        : []),
    ],
  })
}

export function requirements(shape: BudgetShape, figures: GeneratedFigures): Table {
  const placed = years(figures, ['budgetBefore', 'forecast'], false)
  const line = (label: string, role: Role, figure: Figure, section: string): RowOf =>
    row(placed, label, role, figure, { section })
  const inSection = figures.boards.filter((board) => board.section === 'Verksamhet')
  const others = figures.boards.filter((board) => board.section !== 'Verksamhet')
  return tableOf({
    key: 'resultatkrav',
    title: 'Resultatkrav',
    kind: 'resultRequirements',
    columns: placed.map((each) => each.column),
    decimals: shape.decimals,
    rows: [
      ...inSection.map((board) =>
        line(board.name, 'resultRequirement', (world) => board.requirement.get(world) ?? null, 'Verksamhet'),
      ),
      row(placed, 'Verksamhet totalt', 'sectionTotal', total(inSection.map((board) => board.requirement)), {
        ...sum,
        section: 'Verksamhet',
      }),
      ...others.map((board) =>
        line(board.name, 'resultRequirement', (world) => board.requirement.get(world) ?? null, 'Övrigt'),
      ),
      ...figures.companies.map((company) =>
        line(company.name, 'resultRequirement', (world) => company.result.get(world) ?? null, 'Bolag'),
      ),
      line('Koncernfinansiering', 'groupFinancing', (world) => figures.group.get(world) ?? null, 'Gemensamt'),
      row(
        placed,
        'Totalt',
        'grandTotal',
        (world) => figures.rows.get('resultOfTheYear')?.get(world) ?? null,
        sum,
      ),
    ],
  })
}

export function units(shape: BudgetShape, figures: GeneratedFigures): Table[] {
  const placed = years(figures, ['budgetBefore'], false)
  const cost = shape.costsPositive ? 1 : -1
  const unit = (body: string, rows: RowOf[]): Table =>
    tableOf({
      key: `enhet-${body}`,
      title: body,
      kind: 'unitResult',
      body,
      columns: placed.map((each) => each.column),
      decimals: 0,
      rows,
    })
  const table = (body: string, income: Figure, parts: RowOf[], result: Figure): Table =>
    unit(body, [
      row(placed, 'Intäkter', 'unitIncome', income),
      ...parts,
      row(placed, 'Kostnader', 'unitCosts', (world) =>
        (income(world) ?? ZERO).minus(result(world) ?? ZERO).times(cost),
      ),
      row(placed, 'Resultat', 'unitResult', result, sum),
    ])
  const appropriationRow = (figure: Figure): RowOf =>
    row(placed, 'varav anslag', 'appropriationIncome', figure, { kind: 'ofWhich', ofWhichComplete: false })
  const boards = figures.boards.flatMap((board) => {
    const income: Figure = (world) =>
      of(world, board.appropriation).plus(of(world, board.otherIncome)).plus(of(world, board.tickets))
    const tickets =
      board.tickets === null
        ? []
        : [
            row(placed, 'varav biljettintäkter', 'ticketRevenue', (world) => of(world, board.tickets), {
              kind: 'ofWhich',
              ofWhichComplete: false,
            }),
          ]
    const own = table(
      board.name,
      income,
      [appropriationRow((world) => of(world, board.appropriation)), ...tickets],
      (world) => of(world, board.requirement),
    )
    const partUnits = shape.partUnits
      ? board.parts.map((part) =>
          table(
            part.name.replace('varav ', ''),
            (world) => of(world, part.of).plus(1),
            [appropriationRow((world) => of(world, part.of))],
            () => ZERO,
          ),
        )
      : []
    return [own, ...partUnits]
  })
  const companies = figures.companies.map((company) =>
    company.income === null
      ? unit(company.name, [row(placed, 'Resultat', 'unitResult', (world) => of(world, company.result), sum)])
      : table(
          company.name,
          (world) => of(world, company.income),
          [],
          (world) => of(world, company.result),
        ),
  )
  const group = table(
    'Koncernfinansiering',
    (world) => of(world, figures.groupIncome),
    [],
    (world) => of(world, figures.group),
  )
  return [...boards, ...companies, group]
}

function of(world: World, map: Map<World, Amount> | null): Amount {
  return map?.get(world) ?? ZERO
}

function total(maps: readonly Map<World, Amount>[]): Figure {
  return (world) => maps.reduce((all, each) => all.plus(of(world, each)), ZERO)
}
