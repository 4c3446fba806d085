import { fishingLicence } from './district/fishing-licence.ts';
import { preliminaryBuildingRuling } from './district/preliminary-building-ruling.ts';
import { holidayCare } from './education/holiday-care.ts';
import { libraryCard } from './education/library-card.ts';
import { schoolEnrolment } from './education/school-enrolment.ts';
import { schoolTransport } from './education/school-transport.ts';
import { birthCertificate } from './family/birth-certificate.ts';
import { childcarePlace } from './family/childcare-place.ts';
import { deathCertificate } from './family/death-certificate.ts';
import { marriageCertificate } from './family/marriage-certificate.ts';
import { marriageRegistration } from './family/marriage-registration.ts';
import { dogDeregistration } from './order/dog-deregistration.ts';
import { dogKeeping } from './order/dog-keeping.ts';
import { dogTax } from './order/dog-tax.ts';
import { lostProperty } from './order/lost-property.ts';
import { residentParking } from './order/resident-parking.ts';
import { specialRoadUse } from './order/special-road-use.ts';
import { tradeChange } from './order/trade-change.ts';
import { tradeDeregistration } from './order/trade-deregistration.ts';
import { tradeRegistration } from './order/trade-registration.ts';
import { traditionalBonfire } from './order/traditional-bonfire.ts';
import { adjoiningOwnerCertificate } from './property/adjoining-owner-certificate.ts';
import { landUsePlan } from './property/land-use-plan.ts';
import { preEmptionCertificate } from './property/pre-emption-certificate.ts';
import { propertyTax } from './property/property-tax.ts';
import { secondHomeTax } from './property/second-home-tax.ts';
import { sewerConnection } from './property/sewer-connection.ts';
import type { ServiceTemplate } from './service-template.ts';

/** What a municipality can offer from the first day: it takes over what it wants and changes what differs with it. */
export const catalogue = {
  property: [
    preEmptionCertificate,
    adjoiningOwnerCertificate,
    propertyTax,
    secondHomeTax,
    landUsePlan,
    sewerConnection,
  ],
  family: [birthCertificate, marriageCertificate, deathCertificate, marriageRegistration, childcarePlace],
  education: [schoolEnrolment, schoolTransport, holidayCare, libraryCard],
  order: [
    dogTax,
    dogKeeping,
    dogDeregistration,
    residentParking,
    specialRoadUse,
    traditionalBonfire,
    tradeRegistration,
    tradeChange,
    tradeDeregistration,
    lostProperty,
  ],
  district: [fishingLicence, preliminaryBuildingRuling],
} as const satisfies Readonly<Record<string, readonly ServiceTemplate[]>>;

export const catalogueServices: readonly ServiceTemplate[] = Object.values(catalogue).flat();
