import { LineRuleType, type IStylesOptions } from 'docx'

const text = 'Calibri'
const title = 'Cambria'
const language = { value: 'sv-SE', eastAsia: 'sv-SE', bidirectional: 'ar-SA' }

/** How the Word document looks; headings are Word's own, so that its outline and screen readers know them. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: text, size: 21, language },
      paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: title, size: 60, bold: true, color: '1C212B' },
      paragraph: { spacing: { before: 160, after: 80, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { font: title, size: 40, bold: true, color: '1C212B' },
      paragraph: { spacing: { before: 0, after: 240 } },
    },
    heading2: {
      run: { font: title, size: 28, bold: true, color: '1C212B' },
      paragraph: { spacing: { before: 360, after: 140 } },
    },
    heading3: {
      run: { font: text, size: 22, bold: true, color: '1C212B' },
      paragraph: { spacing: { before: 240, after: 100 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { font: title, size: 32, color: '1D5A86' },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      run: { font: title, size: 40, bold: true },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: 17, color: '525863' },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { italics: true },
      paragraph: { indent: { left: 480, right: 480 } },
    },
    {
      id: 'Assignment',
      name: 'Assignment',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 480, hanging: 480 },
        spacing: { after: 120 },
      },
    },
  ],
}
