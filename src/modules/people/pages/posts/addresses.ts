const on = (asOf: string | null) => (asOf ? `?asOf=${asOf}` : '')

export const bodyAddress = (id: string, asOf: string | null = null) => `/organisation/bodies/${id}${on(asOf)}`
export const publicBodyAddress = (id: string, asOf: string | null = null) =>
  `/organisation/public-bodies/${id}${on(asOf)}`
export const postsAddress = (personId: string) => `/people/${personId}/posts`
