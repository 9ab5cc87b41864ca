import { Bar, barCell, NarrowBar } from '../../ui/bar.tsx'
import { cells, FactList, Facts, rows, Status, Table } from '../../ui/index.ts'
import type { Specimens } from '../specimens.tsx'

export const factSpecimens = {
  Facts: (t) => [
    {
      name: 'state.note',
      shown: (
        <Facts
          facts={[
            {
              label: t('result'),
              figure: '208,4',
              unit: t('unit'),
              note: <Status tone="good">{t('above')}</Status>,
            },
            { label: t('findings'), figure: '23' },
          ]}
        />
      ),
    },
  ],
  FactList: (t) => [
    {
      name: 'state.plain',
      shown: (
        <FactList
          facts={[
            { label: t('created'), value: '2026-11-22' },
            { label: t('by'), value: t('by.value') },
          ]}
        />
      ),
    },
  ],
  Table: (t) => [
    {
      name: 'state.plain',
      shown: (
        <Table
          label={t('table')}
          caption={t('caption')}
          head={
            <tr>
              <th scope="col">{t('table.board')}</th>
              <th scope="col" className={cells.numeric}>
                {t('table.base')}
              </th>
              <th scope="col" className={cells.numeric}>
                {t('table.own')}
              </th>
            </tr>
          }
        >
          <tbody>
            <tr className={rows.section}>
              <th scope="colgroup" colSpan={3}>
                {t('table.section')}
              </th>
            </tr>
            <tr>
              <th scope="row">{t('table.traffic')}</th>
              <td className={cells.numeric}>14 858,4</td>
              <td className={cells.numeric}>15 530,4</td>
            </tr>
            <tr className={rows.part}>
              <th scope="row">{t('table.part')}</th>
              <td className={cells.numeric}>1 345,0</td>
              <td className={cells.numeric}>1 345,0</td>
            </tr>
            <tr className={rows.marked}>
              <th scope="row">{t('table.marked')}</th>
              <td className={cells.numeric}>619,3</td>
              <td className={cells.numeric}>649,3</td>
            </tr>
            <tr className={rows.sum}>
              <th scope="row">{t('table.sum')}</th>
              <td className={cells.numeric}>15 477,7</td>
              <td className={cells.numeric}>16 179,7</td>
            </tr>
          </tbody>
        </Table>
      ),
    },
  ],
  Bar: (t) => [
    {
      name: 'state.plain',
      shown: (
        <Table
          label={t('table.bar')}
          head={
            <tr>
              <th scope="col">{t('kind')}</th>
              <th scope="col" className={cells.numeric}>
                {t('unit')}
              </th>
              <th scope="col" className={barCell}>
                <span className="visually-hidden">{t('table.bar')}</span>
              </th>
            </tr>
          }
        >
          <tbody>
            {(
              [
                ['table.base', 'base', 75],
                ['table.own', 'own', 208],
                ['kind.reform', 'plus', 133],
                ['kind.saving', 'minus', -64],
              ] as const
            ).map(([label, tone, value]) => (
              <tr key={tone}>
                <th scope="row">
                  {t(label)}
                  <NarrowBar domain={[-64, 208]} parts={[{ from: 0, to: value, tone }]} />
                </th>
                <td className={cells.numeric}>{String(value).replace('-', '−')}</td>
                <td className={barCell}>
                  <Bar domain={[-64, 208]} parts={[{ from: 0, to: value, tone }]} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      ),
    },
  ],
  NarrowBar: (t) => [
    {
      name: 'state.narrow',
      shown: (
        <>
          {t('kind.reform')}
          <NarrowBar domain={[-64, 208]} parts={[{ from: 0, to: 133, tone: 'plus' }]} />
        </>
      ),
    },
  ],
} satisfies Specimens
