import type { Queries } from './database/database';
import type { SavedCards } from './savedCards';

export function createSavedCardsInPostgres(database: Pick<Queries, 'query'>): SavedCards {
  return {
    async remember(customerId, cardId) {
      await database.query('INSERT INTO saved_cards (card_id, customer_id) VALUES ($1, $2)', [
        cardId,
        customerId,
      ]);
    },
    async of(customerId) {
      const rows = await database.query(
        'SELECT card_id FROM saved_cards WHERE customer_id = $1 ORDER BY created_at, card_id',
        [customerId],
      );
      return rows.map((row) => String(row.card_id));
    },
  };
}
