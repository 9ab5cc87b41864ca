import type { OperationModule } from '../operations/registry.ts'
import { filesTexts } from './messages/files.ts'
import { uploadFile } from './operations/upload-file.ts'

/** The files that people hand over, as operations. */
export const filesModule: OperationModule = { name: 'files', operations: [uploadFile], texts: filesTexts }
