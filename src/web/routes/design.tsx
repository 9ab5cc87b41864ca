import {
  Button,
  ButtonLink,
  Card,
  cells,
  Choice,
  ChoiceGroup,
  Columns,
  Disclosure,
  EmptyState,
  FactList,
  Facts,
  Menu,
  Notice,
  PageHead,
  Progress,
  Row,
  rows,
  Segments,
  SelectField,
  Stack,
  Status,
  Table,
  Tabs,
  TextArea,
  TextField,
} from '../ui/index.ts'

/** Every part the interface is built of, in one place. */
export default function Design() {
  return (
    <>
      <PageHead
        title="Delar"
        lead="Allt som gränssnittet är byggt av."
        crumbs={[{ href: '/', label: 'Översikt' }]}
        crumbsLabel="Du är här"
        actions={<Button kind="primary">Spara</Button>}
      />
      <Tabs
        label="Delar"
        tabs={[
          { href: '#a', label: 'Översikt', current: true },
          { href: '#b', label: 'Arbetsbord', current: false },
          { href: '#c', label: 'Fynd', count: 12, current: false },
        ]}
      />
      <Columns>
        <Card title="Knappar">
          <Row>
            <Button kind="primary">Spara</Button>
            <Button>Avbryt</Button>
            <Button kind="danger">Ta bort</Button>
            <Button kind="quiet">Mer</Button>
            <ButtonLink href="#" small>
              Liten
            </ButtonLink>
          </Row>
          <Row>
            <Status tone="good">Stämmer</Status>
            <Status tone="warn">Varning</Status>
            <Status tone="bad">Fel</Status>
            <Status tone="info">Info</Status>
            <Status tone="wait">Väntar</Status>
            <Status tone="plain">Utkast</Status>
          </Row>
          <Segments
            label="Vy"
            tabs={[
              { href: '#a', label: '2025', current: true },
              { href: '#b', label: '2026', current: false },
            ]}
          />
          <Progress label="Läser" share={0.4} />
          <Menu summary="Meny" align="start">
            <a href="#x">En</a>
            <a href="#y">Två</a>
          </Menu>
        </Card>
        <Card title="Fält">
          <Stack>
            <TextField label="Namn" hint="Som det står i beslutet." defaultValue="Kulturnämnden" />
            <TextField
              label="Belopp 2025"
              numeric
              defaultValue="−64,0"
              error="Skriv ett tal, till exempel 12,5."
            />
            <SelectField
              label="Slag"
              options={[
                { value: 'a', label: 'Reform' },
                { value: 'b', label: 'Besparing' },
              ]}
            />
            <TextArea label="Motivering" optional="frivilligt" />
            <ChoiceGroup legend="Återkommande">
              <Choice type="radio" name="r" label="Varje år" defaultChecked />
              <Choice type="radio" name="r" label="En gång" hint="Bara första året." />
            </ChoiceGroup>
          </Stack>
        </Card>
      </Columns>
      <Notice title="Två nämnder speglar varandra" tone="warn">
        <p>Hälso- och sjukvårdsnämnden har 10,0 mer och Primärvårdsnämnden 10,0 mindre.</p>
      </Notice>
      <Notice title="Sparat" tone="good" />
      <Notice title="Något gick fel" tone="bad">
        <p>Filen är inte en XLSX.</p>
      </Notice>
      <Notice>
        <p>Bara så du vet.</p>
      </Notice>
      <Facts
        facts={[
          {
            label: 'Resultat 2025',
            figure: '208,4',
            unit: 'mnkr',
            note: <Status tone="good">Över kravet</Status>,
          },
          { label: 'Resultat 2026', figure: '2 385,0', unit: 'mnkr' },
          { label: 'Fynd', figure: '23' },
        ]}
      />
      <Card title="Tabell">
        <Table
          label="Anslag"
          caption="mnkr"
          head={
            <tr>
              <th scope="col">Nämnd</th>
              <th scope="col" className={cells.numeric}>
                Bas
              </th>
              <th scope="col" className={cells.numeric}>
                Vi
              </th>
            </tr>
          }
        >
          <tbody>
            <tr>
              <th scope="row">Trafiknämnden</th>
              <td className={cells.numeric}>14 858,4</td>
              <td className={cells.numeric}>15 530,4</td>
            </tr>
            <tr className={rows.part}>
              <th scope="row">varav färdtjänst</th>
              <td className={cells.numeric}>1 345,0</td>
              <td className={cells.numeric}>1 345,0</td>
            </tr>
            <tr className={rows.sum}>
              <th scope="row">Summa</th>
              <td className={cells.numeric}>105 648,8</td>
              <td className={cells.numeric}>106 776,8</td>
            </tr>
          </tbody>
        </Table>
      </Card>
      <Columns>
        <Card title="Fakta">
          <FactList
            facts={[
              { label: 'Skapad', value: '2026-11-22' },
              { label: 'Av', value: 'Politisk sekreterare' },
            ]}
          />
          <Disclosure summary="Hur är det räknat?">
            <p>14 858,4 + 672,0 = 15 530,4</p>
          </Disclosure>
        </Card>
        <EmptyState
          title="Inga fynd ännu"
          action={
            <ButtonLink href="#" kind="primary">
              Läs in en budget
            </ButtonLink>
          }
        >
          Läs in en budget så kontrollerar Kansli att siffrorna stämmer.
        </EmptyState>
      </Columns>
    </>
  )
}
