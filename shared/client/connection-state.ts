/** Where the connection stands, as it is shown to the player. */
export type ConnectionState =
  | { readonly kind: 'offline' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  /** Nothing heard for three ticks. */
  | { readonly kind: 'lagging' }
  /** `retryAtMs` is on the client's own monotonic clock; in the past while an attempt is under way. */
  | { readonly kind: 'reconnecting'; readonly attempt: number; readonly retryAtMs: number }
  /** Closed for good until the player acts; `text` says why and what to do. */
  | { readonly kind: 'closed'; readonly text: string; readonly canRetry: boolean };
