export const fees = {
  fees: {
    title: 'Fee',
    amount: 'Amount',
    state: 'Status',
    states: { open: 'to be paid', paid: 'paid', waived: 'waived' },
    paid: 'Paid so far',
    open: 'Still to be paid',
    dueOn: 'To be paid by',
    holder: 'Recipient',
    iban: 'IBAN (account number)',
    bic: 'BIC (bank code)',
    reference: 'Reference',
    transfer: 'How to pay by bank transfer',
    transferLead:
      'Please give the reference exactly like this: by it we recognise your payment. It takes a few working days until a transfer appears here.',
    code: 'GiroCode for your banking app',
    codeAlt: 'GiroCode with the details of the transfer that stand above it',
    noAccount: 'Where you can pay is said in the decision letter, or please ask at the town hall.',
    online: 'Pay online',
    onlineLead: 'You pay at a payment service that works for the municipality.',
  },
  paying: {
    title: 'Pay online',
    lead: (amount: string) => `To be paid: ${amount}.`,
    leaving: (host: string) =>
      `You are now leaving the pages of the municipality and pay at ${host}. Only amount and reference go there, not your application.`,
    go: 'Go to the payment service',
    back: 'Back to the status of the application',
    toStatus: 'See the status of an application',
    nothingOpen: 'There is nothing to be paid at the moment.',
    unavailable: {
      title: 'The payment service does not answer at the moment',
      text: 'Nothing was paid. Please try again later, or transfer the amount.',
    },
    recorded: {
      title: 'Your payment has arrived',
      text: 'Thank you. The municipality now sees your payment with your application. There is nothing more you need to do.',
    },
    notPaid: {
      title: 'Nothing was paid',
      text: 'You cancelled the payment, or it is not finished yet. You can try again on the status page of your application.',
    },
    later: {
      title: 'Your payment is being checked',
      text: 'The payment service does not answer at the moment. If you have paid, the payment appears by itself; please do not pay again.',
    },
  },
} as const;
