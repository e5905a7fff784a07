/** Crockford's base32: no letter that is read as a digit. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 16

/** Full-width digits, letters and signs, as Chinese input methods leave them, in their plain form. */
export const narrow = (written: string): string => written.normalize('NFKC').trim()

/** A code as Crockford reads it: any case, spaces and hyphens anywhere, O for 0, I and L for 1. */
export const crockfordOf = (typed: string): string =>
  narrow(typed).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

export const INVITATION_RANDOM_BYTES = 10

/** An invitation's code out of 80 random bits. */
export const invitationCodeFrom = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes.slice(0, INVITATION_RANDOM_BYTES), (byte) => byte.toString(2).padStart(8, '0')).join('')
  if (bits.length !== CHARACTERS * 5) throw new Error('an invitation wants 10 random bytes')
  return bits.replace(/.{5}/g, (five) => CROCKFORD.charAt(Number.parseInt(five, 2)))
}

/** 「7K2M-9QXC-…」, for reading aloud and typing. */
export const invitationInGroups = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-')
