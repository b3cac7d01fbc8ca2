import { useState } from 'react';
import {
  Button,
  ButtonGroup,
  Checkbox,
  Combobox,
  CopyField,
  DateInput,
  Field,
  FormError,
  IconButton,
  PasswordInput,
  Segmented,
  SelectInput,
  StrengthHint,
  Switch,
  TextArea,
  TextInput,
} from '../../src/index.ts';
import { CALLUM, HANA, INES, MARA, NOOR } from '../people.ts';
import { Row, Section } from './section.tsx';

const PEOPLE = [MARA, INES, HANA, CALLUM, NOOR].map(({ id, name }) => ({
  value: id,
  label: name,
  avatar: id,
  description: `${name.split(' ')[0]?.toLowerCase()}@stonemere.example`,
}));

/** Buttons and what is pressed. */
export function ButtonsSection() {
  const [layout, setLayout] = useState<'table' | 'timeline'>('table');
  const [reach, setReach] = useState<'ALL' | 'ASSIGNED'>('ASSIGNED');
  const [isOn, setOn] = useState(true);
  const [isChecked, setChecked] = useState(true);
  return (
    <Section
      title="Buttons"
      note="24, 30, 36 and 44 px. One primary per region. A lock means you are asked to confirm who you are."
    >
      <Row>
        <Button variant="primary" icon="plus" kbd="P">
          New project
        </Button>
        <Button>Request review</Button>
        <Button variant="ghost" icon="history">
          History
        </Button>
        <Button variant="danger" icon="trash">
          Delete
        </Button>
        <IconButton variant="default" icon="dots" label="More" />
      </Row>
      <Row>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button variant="primary" busy busyLabel="Publishing">
          Publish
        </Button>
        <Button lock>Save changes</Button>
        <Button variant="danger-primary">Delete project</Button>
        <Button href="#components" iconEnd="external">
          A link
        </Button>
      </Row>
      <Row>
        <Button size="sm">Small 24</Button>
        <Button>Default 30</Button>
        <Button size="lg">Large 36</Button>
        <Button size="xl">Portal 44</Button>
        <ButtonGroup label="Save">
          <Button variant="primary">Save</Button>
          <IconButton variant="primary" icon="chevron-down" label="More ways to save" plain />
        </ButtonGroup>
      </Row>
      <Row>
        <Segmented
          label="Layout"
          value={layout}
          onChange={setLayout}
          options={[
            { value: 'table', label: 'Table', icon: 'table' },
            { value: 'timeline', label: 'Timeline', icon: 'timeline' },
          ]}
        />
        <Segmented
          label="Reach"
          size="sm"
          value={reach}
          onChange={setReach}
          options={[
            { value: 'ALL', label: 'All projects' },
            { value: 'ASSIGNED', label: 'Assigned' },
          ]}
        />
        <Switch label="On" checked={isOn} onChange={setOn} />
        <Switch label="Off" checked={!isOn} onChange={() => setOn(!isOn)} />
        <Checkbox label="On" hideLabel checked={isChecked} onChange={setChecked} />
        <Checkbox label="Mixed" hideLabel checked="mixed" onChange={setChecked} />
        <Checkbox
          label="With words"
          description="And what they mean"
          checked={!isChecked}
          onChange={() => setChecked(!isChecked)}
        />
      </Row>
    </Section>
  );
}

/** Everything that is filled in. */
export function FieldsSection() {
  const [owner, setOwner] = useState<string | null>('ines-c');
  const [standard, setStandard] = useState<'owasp' | 'asvs' | null>('owasp');
  const [day, setDay] = useState('2025-11-28');
  return (
    <Section title="Fields" note="Label above, help below, the error replaces the help and says what to do.">
      <div className="grid gap-x-4.5 gap-y-4 sm:grid-cols-2">
        <Field label="Project name" help="Shown to the customer">
          {(ids) => <TextInput {...ids} defaultValue="Online banking" />}
        </Field>
        <Field label="Ends" help="After 3 Nov 2025">
          {(ids) => <DateInput {...ids} value={day} onChange={setDay} />}
        </Field>
        <Field label="Scope item" error="A prefix is at most 32">
          {(ids) => <TextInput {...ids} mono defaultValue="10.61.4.0/33" />}
        </Field>
        <Field label="Owner" help="At least one">
          {(ids) => <Combobox {...ids} options={PEOPLE} value={owner} onChange={setOwner} clearable />}
        </Field>
        <Field label="Standard" optional>
          {(ids) => (
            <SelectInput
              {...ids}
              value={standard}
              onChange={setStandard}
              options={[
                { value: 'owasp', label: 'OWASP Top 10 2021', description: 'Web applications' },
                { value: 'asvs', label: 'ASVS 5.0' },
              ]}
            />
          )}
        </Field>
        <Field
          label="Password"
          labelAction={
            <a className="ui-link" href="#components">
              Forgot it?
            </a>
          }
        >
          {(ids) => (
            <>
              <PasswordInput {...ids} defaultValue="harbour-9" />
              <StrengthHint
                length={9}
                required={14}
                problems={['It is on a list of passwords that leaked']}
              />
            </>
          )}
        </Field>
        <div className="sm:col-span-2">
          <Field label="Reason" optional>
            {(ids) => <TextArea {...ids} placeholder="Why this access is needed" />}
          </Field>
        </div>
        <div className="flex flex-col gap-4 sm:col-span-2">
          <CopyField
            label="One-time link"
            value="https://desk.stonemere.example/i/7Qm2xT9bLw4nHs"
            help="Works once, until 18 Nov 2025"
          />
          <FormError
            problems={[
              { message: 'Choose at least one owner' },
              { message: 'The end lies before the start' },
            ]}
          />
        </div>
      </div>
    </Section>
  );
}
