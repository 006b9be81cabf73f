/** What is for sale. The price is written here, on the server's side: a price that comes from a browser is a wish. */
export const product = {
  name: 'Tidewater, whole beans',
  weight: '340 g',
  notes: 'Dried cherry, cedar, dark cocoa',
  price: '24.50',
} as const;
