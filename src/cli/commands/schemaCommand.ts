import { schemaSql } from '../../orders/stores/postgres/schema';
import { type Command, exitCodes, UsageError } from '../command';
import { readFlags } from '../readFlags';

const help = `Usage: iotpay schema [options]

Prints the SQL that creates or updates the tables of react-iotpay/orders, for a shop's own migrations.

Options
  --schema <name>   the schema that holds the tables (iotpay)
  --from <version>  the version that the database has already (0: none)

Exit codes
  0  it was printed
  2  an option is wrong`;

/** Prints the tables' SQL. */
export const schemaCommand: Command = {
  summary: 'print the SQL of the order tables, for your own migrations',
  help,
  run(args, terminal) {
    const text = { type: 'string' } as const;
    const { values } = readFlags(args, { schema: text, from: text }, 0);
    const { schema, from = '0' } = values;
    if (!/^\d{1,4}$/.test(from)) throw new UsageError('--from takes the number of a version.');
    terminal.out(schemaSql(schema, Number(from)));
    return Promise.resolve(exitCodes.done);
  },
};
