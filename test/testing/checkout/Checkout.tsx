export { Checkout } from '../../../storybook/snippets/Checkout';
