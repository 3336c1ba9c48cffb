// Short names for the contract's generated types.
import type {
  ChatActionInput,
  ChatCartFieldsFragment,
  ChatCartLineFieldsFragment,
  ChatDeliveryOptionFieldsFragment,
  ChatErrorCode,
  ChatEventsSubscription,
  ChatFieldsFragment,
  ChatMessageFieldsFragment,
  ChatMoneyFieldsFragment,
  ChatOrderFieldsFragment,
  ChatPaymentFieldsFragment,
  ChatProductFieldsFragment,
  ChatVariantFieldsFragment,
} from '../contract/types.js';

export type Conversation = ChatFieldsFragment;
export type Message = ChatMessageFieldsFragment;
export type Part = Message['parts'][number];
export type PartName = Part['__typename'];
export type PartOf<Name extends PartName> = Extract<Part, { __typename: Name }>;
export type Action = ChatActionInput;
export type Cart = ChatCartFieldsFragment;
export type CartLine = ChatCartLineFieldsFragment;
export type DeliveryOption = ChatDeliveryOptionFieldsFragment;
export type ErrorCode = ChatErrorCode;
export type LiveEvent = ChatEventsSubscription['chatEvents'];
export type Money = ChatMoneyFieldsFragment;
export type Order = ChatOrderFieldsFragment;
export type Payment = ChatPaymentFieldsFragment;
export type Product = ChatProductFieldsFragment;
export type Variant = ChatVariantFieldsFragment;
export type QuickReply = PartOf<'ChatQuickReplies'>['replies'][number];

/** Which product a page shows; `name` is only ever a label. */
export interface ProductRef {
  readonly id?: string;
  readonly slug?: string;
  readonly sku?: string;
  readonly name?: string;
}
