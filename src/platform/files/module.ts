import type { OperationModule } from '../operations/registry.ts'
import { uploadFile } from './operations/upload-file.ts'

export const filesModule: OperationModule = { name: 'files', operations: [uploadFile] }
