import { expect } from 'vitest';
import { acceptInvitation, chooseFromMenu, signIn } from '../support/acts.ts';
import { FIRM, inviteCustomer, onboardCustomer, type Staff, setUp } from '../support/people.ts';
import { scene, useStage } from '../support/stage.ts';

const firm: { admin?: Staff } = {};

const stage = useStage(async ({ server }) => {
  firm.admin = await setUp(server);
});

function admin(): Staff {
  if (!firm.admin) throw new Error('the firm is not set up');
  return firm.admin;
}

scene(
  'a customer accepts, sees the honest empty home, edits the profile and signs out',
  stage,
  async (house) => {
    const { secret, email } = await inviteCustomer(house.owner, {
      companyName: 'Aldervale Bank',
      email: 'mara.holt@aldervale.example',
    });
    const customer = await house.atPortal('mara');
    await customer.open(`/accept-invitation#${secret}`);
    await customer.sees(customer.text(`${FIRM} invites you to its client portal.`));
    expect(customer.page.url(), 'the secret leaves the address bar').not.toContain('#');
    await acceptInvitation(customer, 'Mara Holt');
    await customer.sees(
      customer.heading('Welcome, Mara Holt'),
      customer.text('has not published anything yet'),
      customer.text('Aldervale Bank'),
    );

    await chooseFromMenu(customer, 'Account', 'My profile');
    await customer.fill({ Name: 'Mara Holt-Lang' });
    await customer.button('Save changes').click();
    await customer.sees(customer.text('Your profile is saved'));
    await customer.page.reload();
    expect(await customer.field('Name').inputValue()).toBe('Mara Holt-Lang');

    await chooseFromMenu(customer, 'Account', 'Sign out');
    await customer.sees(customer.text('You are signed out.'));
    await signIn(customer, email, 'E-mail');
    await customer.sees(customer.heading('Welcome, Mara Holt-Lang'));
  },
);

scene('staff cannot sign in at the portal, nor customers at the dashboard', stage, async (house) => {
  const { email } = await onboardCustomer(house.server, house.owner, {
    companyName: 'Birch Logistics',
    email: 'jon.berg@birch.example',
    displayName: 'Jon Berg',
  });
  const refusal = /password is not right/;
  const staff = await house.atPortal('staff at the portal');
  staff.expects(401, 'auth.signIn');
  await staff.open('/');
  await signIn(staff, admin().email, 'E-mail');
  await staff.sees(staff.text(refusal));

  const customer = await house.atStaffDoor('customer at the dashboard');
  customer.expects(401, 'auth.signIn');
  await customer.open('/');
  await signIn(customer, email);
  await customer.sees(customer.text(refusal));
});

scene(
  'one browser signed in at both doors stays apart: signing out of one leaves the other',
  stage,
  async (house) => {
    const { email } = await onboardCustomer(house.server, house.owner, {
      companyName: 'Cedar Health',
      email: 'ana.silva@cedar.example',
      displayName: 'Ana Silva',
    });
    const visitor = await house.atStaffDoor('both');
    await visitor.open('/');
    await signIn(visitor, admin().email);
    await visitor.sees(visitor.heading(`Welcome, ${admin().displayName}`));
    await visitor.page.goto(house.server.portalUrl);
    await visitor.sees(visitor.heading('Client portal'));
    await signIn(visitor, email, 'E-mail');
    await visitor.sees(visitor.heading('Welcome, Ana Silva'));
    await chooseFromMenu(visitor, 'Account', 'Sign out');
    await visitor.sees(visitor.text('You are signed out.'));
    await visitor.open('/');
    await visitor.sees(visitor.heading(`Welcome, ${admin().displayName}`));
  },
);

scene(
  'a page of the portal cannot make the dashboard act with the visitor’s own cookie',
  stage,
  async (house) => {
    const visitor = await house.atStaffDoor('lured');
    await visitor.open('/');
    await signIn(visitor, admin().email);
    await visitor.sees(visitor.heading(`Welcome, ${admin().displayName}`));
    await visitor.page.goto(house.server.portalUrl);
    await visitor.sees(visitor.heading('Client portal'));
    visitor.expectsConsole(/Content Security Policy/);
    const outcome = await visitor.page.evaluate(async (url) => {
      // Without CORS and with a policy of 'self' the browser itself must refuse; what it sends anyway the server refuses.
      try {
        const response = await fetch(url, {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          body: '{}',
        });
        return response.type;
      } catch {
        return 'refused';
      }
    }, `${house.server.staffUrl}/trpc/auth.signOut`);
    expect(outcome).toBe('refused');
    await visitor.open('/');
    await visitor.sees(visitor.heading(`Welcome, ${admin().displayName}`));
  },
);
