// The component of each part. Nothing of a part that is not known here is drawn.
import type { Part } from '../core/types.js';
import { CartSummary } from './CartSummary.js';
import { DeliveryPicker } from './DeliveryPicker.js';
import { DetailsForm } from './DetailsForm.js';
import { Notice } from './Notice.js';
import { OrderStatus } from './OrderStatus.js';
import { PaymentRequest } from './PaymentRequest.js';
import { ProductCard } from './ProductCard.js';
import { QuickReplies } from './QuickReplies.js';
import { Quote } from './Quote.js';
import { Receipt } from './Receipt.js';
import { VariantPicker } from './VariantPicker.js';

interface Props {
  readonly part: Part;
  /** The newest of its kind, and what it asks is still asked. */
  readonly isCurrent: boolean;
  readonly isOneOfMany: boolean;
}

export function PartView({ part, isCurrent, isOneOfMany }: Props) {
  switch (part.__typename) {
    case 'ChatProductCard':
      return <ProductCard part={part} isOneOfMany={isOneOfMany} />;
    case 'ChatVariantPicker':
      return <VariantPicker part={part} isCurrent={isCurrent} />;
    case 'ChatCartSummary':
      return <CartSummary part={part} isCurrent={isCurrent} />;
    case 'ChatDetailsForm':
      return <DetailsForm part={part} isCurrent={isCurrent} />;
    case 'ChatDeliveryPicker':
      return <DeliveryPicker part={part} isCurrent={isCurrent} />;
    case 'ChatQuote':
      return <Quote part={part} isCurrent={isCurrent} />;
    case 'ChatPaymentRequest':
      return <PaymentRequest part={part} isCurrent={isCurrent} />;
    case 'ChatReceipt':
      return <Receipt part={part} />;
    case 'ChatOrderStatus':
      return <OrderStatus part={part} />;
    case 'ChatQuickReplies':
      return <QuickReplies part={part} />;
    case 'ChatNotice':
      return <Notice part={part} />;
    default:
      return null;
  }
}
