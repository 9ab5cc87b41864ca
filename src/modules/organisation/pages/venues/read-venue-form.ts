import { attributesAmong, venueAttributes } from '../../rules/venues/attributes.ts'
import { formFields } from '#web/form-fields.ts'

/** Reads the fields that premises are described in. What is no number of places is left for the operation to refuse. */
export function readVenueForm(form: FormData) {
  const { field } = formFields(form)
  const capacity = field('capacity')
  return {
    name: field('name'),
    address: field('address'),
    municipality: field('municipality'),
    capacity: capacity === '' ? null : Number(capacity),
    attributes: attributesAmong(venueAttributes.filter((attribute) => form.has(`has-${attribute}`))),
    remark: field('remark'),
    ownerName: field('ownerName'),
    ownerEmail: field('ownerEmail'),
    ownerPhone: field('ownerPhone'),
    costNote: field('costNote'),
  }
}
