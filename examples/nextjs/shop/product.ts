/** The product. Its price is written here, on the server's side, because a price from a browser is only a wish. */
export const product = {
  name: 'Tidewater, whole beans',
  weight: '340 g',
  notes: 'Dried cherry, cedar, dark cocoa',
  price: '24.50',
} as const;
