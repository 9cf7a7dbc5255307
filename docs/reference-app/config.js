// Where the REST API is, and the key of this application. A page's key is no secret: it opens
// nothing by itself, and browsers let pages of this application's origins alone use it.
export const api = 'http://localhost:7071/api';
export const apiKey = '33333333-3333-3333-3333-333333333333';
