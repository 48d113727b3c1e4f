import { OfferedList, type Offer } from "#app/components/assessment/offered-list.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { paths } from "#app/paths.ts";

type Props = { offers: readonly Offer[]; easy: boolean };

/** For oneself: which framework? */
export function ChooseScreen({ offers, easy }: Props) {
  const t = useMessages(assessmentStart);
  return (
    <div className={easy ? "b1" : undefined}>
      <BackLink to={paths.home()}>{t.back}</BackLink>
      <PageHead title={t.chooseTitle} lead={t.forMyselfLead} whoSees={t.onlyYou} />
      <OfferedList offers={offers} level={2} />
    </div>
  );
}
