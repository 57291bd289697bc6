/** From where somebody asks: the network address, the browser as it calls itself, and the request to find it by. */
export type Caller = { address: string; userAgent: string; requestId: string };
