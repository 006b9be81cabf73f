// server.ts
import express from 'express';
import { orders } from './payments.js';

export const app = express();
app.use('/pay', orders.node); // every route of the checkout, and the one that IOTPay notifies

orders.startSettling(); // asks IOTPay about undecided orders, also when the customer has left
