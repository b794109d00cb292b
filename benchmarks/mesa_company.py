"""The rules of Meridian Home agent by agent, in Mesa: what benchmarks/company.py compares the engine with.

A customer is an agent and lives through steps 1 to 6 and 8 of every month. Who is no customer yet waits, town
by town, in a heap ordered by the advertising it takes (step 7); staff and money go by branch (steps 9, 10).
Parameters, levers and the catalogue are the engine's own, the random numbers Mesa's. What is the same for all
customers in a month is worked out once. Left out is what no customer feels: the turnover of staff, and points
that expire after their owner has left.
"""

import calendar
import heapq
import math
from bisect import bisect
from itertools import accumulate, product

from mesa import Agent, Model
from mesa.agent import AgentSet

from relmark_helpers.company.beginning import STAGES, stride
from relmark_helpers.company.catalogue import BRANCHES, CATEGORIES, CATEGORY_SHARES, PRODUCTS
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.steps.money import COSTS, COUNTS, POINTS
from relmark_helpers.company.vocabulary import CHANNELS, SEGMENTS

HERE = range(len(BRANCHES))
CHOICE = [each.rivals_nearby / (1 + each.rivals_nearby) for each in BRANCHES]
CATEGORY_REACHED = list(accumulate(CATEGORY_SHARES))[:-1]
OF_CATEGORY = [[at for at, each in enumerate(PRODUCTS) if each.category == name] for name in CATEGORIES]
REACHED = [
    [value / sum(weights) for value in accumulate(weights)][:-1]
    for weights in ([PRODUCTS[at].list_price ** -0.5 for at in some] for some in OF_CATEGORY)
]
COST = [round(100 * each.unit_cost) for each in PRODUCTS]
GONE = object()  # in place of a customer who has left


def chance(logit):
    return 1.0 / (1.0 + math.exp(-logit))


def clipped(value, low, high):
    return low if value < low else high if value > high else value


class Customer(Agent):
    """A customer, from joining to leaving."""

    def __init__(self, model, person):
        super().__init__(model)
        numbers, spreads, gauss = model.parameters, model.parameters.spreads, model.random.gauss
        adapt, levels, buying = numbers.adaptation, numbers.levels, numbers.buying
        self.person, self.joined = person, model.month
        self.branch, self.segment = model.town[person], model.segment[person]
        kind, trusting = gauss(), gauss()
        self.consent = model.random.random() < numbers.acquisition.consent_share
        spread = 1 / (9 * buying.shape)
        self.rate = max(1 - spread + spread**0.5 * gauss(), 0.05) ** 3 * buying.monthly_orders
        self.rate *= buying.segment_factor[self.segment]
        self.leniency = spreads.leniency * kind
        leaning = adapt.trust_leniency * kind + (1 - adapt.trust_leniency**2) ** 0.5 * trusting
        self.trust = self.disposition = levels.trust + spreads.first_trust * leaning
        self.frailty = numbers.leaving.frailty * gauss()
        self.desires = levels.desires + spreads.desires * gauss()
        self.expectations = adapt.first_expectations + spreads.first_expectations * gauss()
        self.expectations += BRANCHES[self.branch].quality
        self.satisfaction = self.overall = levels.overall_satisfaction
        known = self.joined == 0
        self.orders, self.stage = (3, 1) if known else (0, 0)
        self.mood = self.fatigue = self.progress = 0.0
        self.treated = self.tier = self.year_points = 0
        self.lots = [0, 0, 0]

    def live(self):
        """Steps 1 to 4: contacts, orders, how they are felt, and what goes wrong."""
        model = self.model
        numbers = model.contacts
        self.fatigue *= numbers.fatigue_stays
        self.mood *= numbers.mood_stays
        if self.consent:
            sent = int(model.random.random() + model.lever.contacts)
            if sent:
                tired = self.fatigue - numbers.comfortable
                self.feel(model.random.random(), numbers.bad_by_fatigue * tired if tired > 0 else 0.0)
                self.fatigue += sent
                model.sums["contact_cost"][self.branch] += sent * model.message
        count = self.orders_now()
        if count:
            self.buy(count)
            self.order_contacts()
            self.experience()
            if model.random.random() < model.fails[self.branch]:
                self.fail()

    def feel(self, drawn, worse):
        """A contact is good, bad or neither."""
        model, numbers = self.model, self.model.contacts
        bad = drawn < model.bad[self.branch] + worse
        good = drawn > model.good[self.branch]
        if good and not bad:
            self.trust += numbers.good_trust
            self.mood += numbers.good_mood
        elif bad and not good:
            self.trust -= numbers.bad_trust
            self.mood -= numbers.bad_mood

    def orders_now(self):
        """Step 2: how many orders, by what moves the customer's own rate."""
        model, buying = self.model, self.model.buying
        pull = buying.trust * self.trust + buying.satisfaction * self.satisfaction
        pull = CHOICE[self.branch] * pull + model.factor[self.branch, self.segment, self.stage]
        if self.fatigue > model.contacts.comfortable and model.lever.contacts > 0:
            pull -= model.contacts.fatigue_orders * (self.fatigue - model.contacts.comfortable)
        if self.tier:
            pull += model.by_tier[self.tier] + model.club.pressure * self.progress
        if self.treated:
            pull += model.parameters.campaigns[self.treated - 1].uplift[self.segment]
        rate, drawn = self.rate * math.exp(pull), model.random.random()
        term = reached = math.exp(-rate)
        newcomer = self.joined == model.month - 1 and model.month > 1
        if drawn <= reached and not newcomer:
            return 0
        count = 1
        term *= rate
        reached += term
        while count < buying.most and drawn > reached:
            count += 1
            term *= rate / count
            reached += term
        return count

    def buy(self, count):
        """The orders: day, category and lines of each, and the stage the customer has reached."""
        model, random = self.model, self.model.random.random
        self.orders += count
        self.stage = 2 if self.trust >= model.buying.trusting and self.orders >= 3 else int(self.orders > 1)
        self.spent, self.latest = [], -1
        for order in range(count):
            day, category = int(model.days * random()), bisect(CATEGORY_REACHED, random())
            self.spent.append(self.lines(category))
            if day >= self.latest:
                self.latest, self.latest_order, self.category = day, order, category
        model.sums["orders"][self.branch] += count
        model.sums["buyers"][self.branch] += 1
        model.buyers.append(self)

    def lines(self, category):
        """What an order is made of, and its sum in fen."""
        model, random, sums, total = self.model, self.model.random.random, self.model.sums, 0
        for _ in range(1 + bisect(model.lines_reached, random())):
            item = OF_CATEGORY[category][bisect(REACHED[category], random())]
            quantity = 2 if random() < model.two[item] else 1
            paid = full = quantity * model.asked[item]
            if random() < model.on_offer[self.segment]:
                discount = round(full * model.lever.discount * (0.5 + 0.5 * int(3 * random())))
                paid -= discount
                sums["discount"][self.branch] += discount
            sums["revenue"][self.branch] += paid
            sums["product_cost"][self.branch] += quantity * COST[item]
            total += paid
        return total

    def order_contacts(self):
        """Contacts before, during and after the order."""
        model, random = self.model, self.model.random.random
        for share in model.around:
            if random() < share:
                self.feel(random(), 0.0)
                model.sums["contact_cost"][self.branch] += int(3 + 20 * random() ** 2) * model.minute

    def experience(self):
        """Step 3: the seven factors, and what they leave behind."""
        model, gauss = self.model, self.model.random.gauss
        levels, paths, spreads = model.parameters.levels, model.parameters.paths, model.parameters.spreads
        adapt = model.parameters.adaptation
        performed = model.performance[self.branch][self.category] + self.leniency
        performed += spreads.perception * gauss()
        performance, desires = performed - levels.performance, self.desires - levels.desires
        expectations = self.expectations - levels.expectations
        by_desires = (
            paths.desires_to_desires_congruency * desires
            + paths.performance_to_desires_congruency * performance
            + spreads.desires_congruency * gauss()
        )
        by_expectations = (
            paths.expectations_to_expectations_congruency * expectations
            + paths.performance_to_expectations_congruency * performance
            + spreads.expectations_congruency * gauss()
        )
        attribute = (
            paths.desires_congruency_to_attribute_satisfaction * by_desires
            + paths.expectations_congruency_to_attribute_satisfaction * by_expectations
            + spreads.attribute_satisfaction * gauss()
        )
        information = (
            paths.desires_congruency_to_information_satisfaction * by_desires
            + paths.expectations_congruency_to_information_satisfaction * by_expectations
            + spreads.information_satisfaction * gauss()
            + BRANCHES[self.branch].information
            + self.mood
        )
        self.overall = (
            levels.overall_satisfaction
            + paths.attribute_satisfaction_to_overall_satisfaction * attribute
            + paths.information_satisfaction_to_overall_satisfaction * information
            + spreads.overall_satisfaction * gauss()
        )
        learned = adapt.expectations * (performed - self.expectations)
        self.expectations += learned
        self.desires += adapt.desires * learned
        self.satisfaction += adapt.satisfaction * (self.overall - self.satisfaction)
        kept = adapt.trust_gain if by_expectations > 0 else adapt.trust_loss
        self.trust = clipped(self.trust + kept * by_expectations, 1.0, 7.0)

    def fail(self):
        """Step 4: something goes wrong, and the customer may complain."""
        model, random = self.model, self.model.random.random
        numbers, complaining = model.parameters.failures, model.parameters.complaining
        if random() < numbers.major:
            lost, lost_trust, logit = numbers.satisfaction_major, numbers.trust_major, complaining.major
        else:
            lost, lost_trust, logit = numbers.satisfaction_minor, numbers.trust_minor, complaining.minor
        logit += complaining.ease * model.lever.complaint_ease
        logit += complaining.trust * (self.trust - model.parameters.levels.trust)
        self.trust = max(self.trust - lost_trust, 1.0)
        self.satisfaction -= model.parameters.adaptation.satisfaction * lost
        self.overall -= lost
        model.sums["failures"][self.branch] += 1
        if random() < chance(logit):
            model.complaints.append((self, lost, lost_trust, self.spent[self.latest_order]))

    def stay_or_leave(self):
        """Step 5: leaving for good; trust drifts back to what the customer is disposed to."""
        model, hazard = self.model, self.model.parameters.leaving
        logit = hazard.trust * self.trust + hazard.satisfaction * self.satisfaction + model.rivals
        logit = CHOICE[self.branch] * logit + self.frailty + hazard.base
        if self.joined > 0 and self.joined > model.month - 6:
            logit += hazard.newcomer
        home = self.disposition
        if self.tier:
            logit -= model.club.structural * model.lever.structural
            home += model.club.social * model.lever.social
        if model.random.random() * (1.0 + math.exp(-logit)) < 1.0:
            model.sums["left"][self.branch] += 1
            model.customer[self.person] = GONE
            self.remove()
        else:
            self.trust += model.parameters.adaptation.trust_return * (home - self.trust)

    def tell(self):
        """Step 6: tell neighbours of the order, the more likely the stronger the experience was."""
        model, numbers, random = self.model, self.model.word_of_mouth, self.model.random.random
        beyond = self.overall - model.ordinary
        if random() >= chance(numbers.tells + numbers.by_strength * abs(beyond)):
            return
        good, drawn = beyond > 0, random()
        mean = numbers.told_good if good else numbers.told_bad
        count, begin = (
            min(1 + int((2 * mean - 1) * drawn), numbers.neighbours),
            int(numbers.neighbours * drawn),
        )
        model.sums["told_good" if good else "told_bad"][self.branch] += count
        for turn in range(begin, begin + count):
            person = model.neighbours[self.person][turn % numbers.neighbours]
            hears = model.customer[person]
            if hears is None:
                if not good:
                    model.warned.add(person)
                elif random() < numbers.converts:
                    model.sent.add(person)
            elif hears is not GONE:
                if good:
                    hears.expectations += numbers.raises
                else:
                    hears.trust -= numbers.unsettles

    def at_the_till(self):
        """Step 8, for who buys: join the club, earn and burn points, rise."""
        model, club, lever, sums = self.model, self.model.club, self.model.lever, self.model.sums
        if model.customer[self.person] is GONE:
            return
        if not self.tier:
            logit = club.joining + club.by_rate * math.log(self.rate / model.buying.monthly_orders)
            logit += club.by_disposition * (self.disposition - model.parameters.levels.trust)
            if self.treated:
                logit += model.parameters.campaigns[self.treated - 1].club_pull
            if model.random.random() >= chance(logit) * lever.club:
                return
            self.tier = 1
            self.spent = [self.spent[self.latest_order]]  # points are earned from this order on
            self.latest_order = 0
            model.members.add(self)
            sums["joined"][self.branch] += 1
        rate = lever.points * club.earning[self.tier - 1] / 100
        earned = sum(int(spent * rate) for spent in self.spent)
        self.lots[0] += earned
        self.year_points += earned
        sums["points_earned"][self.branch] += earned
        worth = max(100 * club.reward * lever.point_value, 1)
        rewards = min(sum(self.lots) // club.reward, int(self.spent[self.latest_order] / 2 // worth))
        if rewards > 0 and model.random.random() < club.burning:
            left = burned = rewards * club.reward
            for lot in (2, 1, 0):
                taken = min(left, self.lots[lot])
                self.lots[lot] -= taken
                left -= taken
            sums["points_burned"][self.branch] += burned
            sums["programme_cost"][self.branch] += round(burned * 100 * lever.point_value)
        self.tier = max(self.tier, model.tier_for(self.year_points))

    def year_ends(self):
        """Step 8, in December: old points expire, and tiers are set by the year's points."""
        oldest = int(self.model.lever.expiry_years) - 1
        self.model.sums["points_expired"][self.branch] += sum(self.lots[oldest:])
        self.lots = [0, *self.lots[:oldest], 0, 0][:3]
        self.tier = min(self.tier, self.model.tier_for(self.year_points))
        self.year_points = 0

    def month_ends(self):
        """Step 8, for every member: the way to the next reward, and what benefits cost."""
        reward = self.model.club.reward
        self.progress = sum(self.lots) % reward / reward
        self.model.sums["programme_cost"][self.branch] += self.model.benefits


class Company(Model):
    """Meridian Home with an agent a customer.

    Parameters
    ----------
    customers : int
        Customers on the first day.
    seed : int
        Of Mesa's random numbers.
    parameters : Parameters, optional
        The engine's.
    policy : Policy, optional
        The engine's.
    """

    def __init__(self, customers, seed, parameters=None, policy=None):
        super().__init__(rng=seed)
        self.parameters, self.policy = parameters or Parameters(), policy or Policy()
        self.buying, self.contacts = self.parameters.buying, self.parameters.contacts
        self.club, self.word_of_mouth = self.parameters.club, self.parameters.word_of_mouth
        self.first_day, self.month = customers, 0
        self.market = customers * self.parameters.acquisition.market
        self.ordinary = self.parameters.levels.overall_satisfaction + self.word_of_mouth.ordinary
        self.by_tier = [0.0, *(self.club.orders + more for more in self.club.by_tier)]
        self.lines_reached = list(accumulate(self.buying.extra_lines))[:-1]
        self.customer = [None] * self.market  # by person: None before, GONE after
        self.history = []  # {sum: [by branch]} of each month
        self.newcomers = []  # {channel: number} of each month
        self.members = AgentSet([], random=self.random)
        self.open_branches()
        self.settle()
        for person in range(customers):
            self.arrive(person)

    def open_branches(self):
        """The branches: how good they are by category and how they are managed."""
        staff, spread = self.parameters.staff, self.parameters.spreads.category
        managers = [staff.managers * self.random.gauss() for _ in HERE]
        self.management = [each - sum(managers) / len(managers) for each in managers]
        self.quality = [
            [each.quality + spread * self.random.gauss() for _ in CATEGORIES] for each in BRANCHES
        ]
        self.job_satisfaction = [staff.rest + each for each in self.management]
        self.service = [staff.rest + staff.to_service * each for each in self.management]
        self.reputation, self.walked_in = [0.0 for _ in HERE], [0.0 for _ in HERE]
        self.backlog = 0.0

    def settle(self):
        """All persons in reach, on a ring, the towns one after another: segment, neighbours, threshold."""
        acquisition, numbers, random = self.parameters.acquisition, self.word_of_mouth, self.random
        step = stride(self.market)
        back = pow(step, -1, self.market)
        reached = list(accumulate(each.share for each in BRANCHES))
        segments = list(accumulate(acquisition.segment_shares))[:-1]
        places = [person * step % self.market for person in range(self.market)]
        self.town = [bisect(reached[:-1], reached[-1] * (at + 0.5) / self.market) for at in places]
        self.segment = [bisect(segments, random.random()) for _ in places]
        self.threshold = [random.expovariate(1.0) / acquisition.response[each] for each in self.segment]
        near = [(turn // 2 + 1) * (1 - 2 * (turn % 2)) for turn in range(numbers.neighbours)]
        self.neighbours = [
            [
                random.randrange(self.market)
                if random.random() < numbers.rewired
                else (person + away * back) % self.market
                for away in near
            ]
            for person in range(self.market)
        ]
        self.waiting = [[] for _ in HERE]
        for person in range(self.first_day, self.market):
            self.waiting[self.town[person]].append((self.threshold[person], person))
        for heap in self.waiting:
            heapq.heapify(heap)

    def arrive(self, person):
        self.customer[person] = Customer(self, person)

    def step(self):
        """One month."""
        self.month += 1
        self.begin_month()
        self.campaigns()
        self.agents.do("live")
        self.desk()
        self.agents.do("stay_or_leave")
        for customer in self.buyers:
            customer.tell()
        members = [customer for customer in self.buyers if self.customer[customer.person] is not GONE]
        self.acquisition()
        if self.lever.club > 0 or self.members:
            self.at_the_club(members)
        self.staff()
        self.money()

    def begin_month(self):
        """What is the same for all customers this month."""
        lever = self.lever = self.policy.at(self.month)
        parameters, buying, contacts = self.parameters, self.buying, self.contacts
        levels, service = parameters.levels, [each - parameters.staff.rest for each in self.service]
        years, before = divmod(self.month - 1, 12)
        self.days = calendar.monthrange(parameters.first_year + years, before + 1)[1]
        names = (*COSTS, *COUNTS, *POINTS, "revenue", "discount")
        self.sums = {name: [0 for _ in HERE] for name in names}
        self.buyers, self.complaints, self.warned, self.sent = [], [], set(), set()
        at = [at + 1 in self.policy.quality_branches for at in HERE]
        self.added = [lever.quality if improved else 0.0 for improved in at]
        self.message, self.minute = 100 * parameters.money.message, round(100 * parameters.money.minute)
        self.around = (contacts.advice, contacts.delivery, lever.aftercare)
        self.bad = [contacts.bad - contacts.by_service * above for above in service]
        self.good = [1 - contacts.good - contacts.by_service * above for above in service]
        rest = buying.trust * levels.trust + buying.satisfaction * levels.overall_satisfaction
        self.factor = {
            (branch, segment, stage): math.log(buying.season[before] * buying.stage_factor[stage])
            + math.log(lever.price) * buying.price[segment]
            + (lever.offers * lever.discount - 0.03) * buying.offers[segment]
            - CHOICE[branch] * rest
            for branch, segment, stage in product(HERE, range(len(SEGMENTS)), range(len(STAGES)))
        }
        self.asked = [round(round(100 * each.list_price) * lever.price) for each in PRODUCTS]
        self.two = [0.15 if each.list_price < 300 else 0.02 for each in PRODUCTS]
        self.on_offer = [lever.offers * share for share in buying.offer_lines]
        moved = [
            levels.performance + added + parameters.staff.service_to_performance * above
            for added, above in zip(self.added, service, strict=True)
        ]
        self.performance = [
            [base + own for own in row] for base, row in zip(moved, self.quality, strict=True)
        ]
        failures = parameters.failures
        self.fails = [
            chance(failures.chance + failures.by_quality * quality + failures.by_service * above)
            for quality, above in zip(
                (each.quality + added for each, added in zip(BRANCHES, self.added, strict=True)),
                service,
                strict=True,
            )
        ]
        hazard = parameters.leaving
        rest = hazard.trust * levels.trust + hazard.satisfaction * levels.overall_satisfaction
        self.rivals = hazard.rivals - rest
        costs = parameters.money
        self.benefits = round(100 * (costs.social * lever.social + costs.structural * lever.structural))

    def campaigns(self):
        for number, campaign in enumerate(self.parameters.campaigns, start=1):
            if self.month == campaign.month + campaign.months:
                self.agents.select(lambda each, number=number: each.treated == number).set("treated", 0)
            if self.month == campaign.month:
                share = campaign.share_reached * campaign.share_treated
                for customer in self.agents:
                    if customer.consent and self.random.random() < share:
                        customer.treated = number
                        self.sums["contact_cost"][customer.branch] += campaign.cost_fen

    def desk(self):
        """Step 4: the month's complaints are handled, as fast as the desks' staffing allows."""
        numbers, lever, random = self.parameters.complaining, self.lever, self.random
        capacity = lever.complaint_staff / numbers.case_days
        waiting = 1000 * len(self.complaints) / self.first_day + self.backlog
        self.backlog = max(waiting - capacity, 0.0)
        load = min(waiting / capacity, 0.95)
        wait = (load / (1 - load) + self.backlog / 2) * 30 / capacity
        for customer, lost, lost_trust, value in self.complaints:
            scatter = [numbers.scatter * random.gauss() for _ in range(3)]
            justice = (
                numbers.distributive + numbers.by_remedy * lever.remedy + scatter[0],
                numbers.procedural - numbers.speed * wait * random.expovariate(1.0) + scatter[1],
                numbers.interactional + numbers.by_training * lever.complaint_training + scatter[2],
            )
            beyond = sum(
                share * (clipped(felt, 1.0, 7.0) - 4.0)
                for share, felt in zip(numbers.shares, justice, strict=True)
            )
            gain = gain_trust = numbers.ignored * beyond
            if beyond > 0:
                gain = min(numbers.satisfaction_regained * beyond, numbers.satisfaction_ceiling)
                gain_trust = min(numbers.trust_regained * beyond, numbers.trust_ceiling)
            customer.overall += gain * lost
            customer.satisfaction += self.parameters.adaptation.satisfaction * gain * lost
            customer.trust = clipped(customer.trust + gain_trust * lost_trust, 1.0, 7.0)
            made_good = round(clipped(lever.remedy + 0.2 * scatter[0], 0, 1) * 0.3 * value)
            if made_good / max(value, 1) <= 0.04:  # an apology
                made_good = 0
            self.sums["complaints"][customer.branch] += 1
            self.sums["complaint_cost"][customer.branch] += made_good + 100 * self.parameters.money.case

    def acquisition(self):
        """Step 7: who hears bad needs more advertising; who is sent comes, and who has seen enough."""
        numbers, lever = self.parameters.acquisition, self.lever
        for person in self.warned:
            town = self.town[person]
            so_far = self.walked_in[town]
            left = self.threshold[person] - so_far
            self.threshold[person] = so_far + left / (1 - self.word_of_mouth.keeps_away)
            heapq.heappush(self.waiting[town], (self.threshold[person], person))
        counted = dict.fromkeys(CHANNELS, 0)
        counted["referral"] = len(self.sent)
        for person in sorted(self.sent):
            self.arrive(person)
            self.sums["newcomers"][self.town[person]] += 1
        seen = [numbers.advertising * each**numbers.returns for each in (lever.online_ads, lever.print_ads)]
        for town in HERE:
            heap = self.waiting[town]
            by_channel = [numbers.walk_in * math.exp(numbers.by_reputation * self.reputation[town]), *seen]
            self.walked_in[town] += sum(by_channel)
            while heap and heap[0][0] <= self.walked_in[town]:
                threshold, person = heapq.heappop(heap)
                if self.customer[person] is None and threshold == self.threshold[person]:
                    counted[self.random.choices(CHANNELS[:3], by_channel)[0]] += 1
                    self.arrive(person)
                    self.sums["newcomers"][town] += 1
        self.newcomers.append(counted)

    def at_the_club(self, members):
        """Step 8: the club."""
        club = self.club
        for customer in members:
            customer.at_the_till()
        if self.month % 12 == 0:
            self.members.do("year_ends")
        for customer, *_ in self.complaints:
            stays = self.customer[customer.person] is not GONE
            if stays and customer.tier and self.random.random() < club.goodwill_share:
                customer.lots[0] += club.goodwill
                self.sums["points_adjusted"][customer.branch] += club.goodwill
        self.members.do("month_ends")

    def tier_for(self, points):
        return 1 + (points >= self.lever.silver_at) + (points >= self.lever.gold_at)

    def staff(self):
        """Step 9: service follows job satisfaction with a lag; reputation follows what buyers felt."""
        numbers, lever = self.parameters.staff, self.lever
        usual = (
            numbers.rest
            + numbers.by_staffing * (lever.staffing - 1.0)
            + numbers.by_training * (lever.training - 0.3)
            + numbers.by_rotation * (lever.rotation - 0.3)
        )
        felt = [0.0 for _ in HERE]
        for customer in self.buyers:
            felt[customer.branch] += customer.overall
        for at in HERE:
            lived_in = self.job_satisfaction[at] - numbers.rest
            service = numbers.rest + numbers.to_service * lived_in
            service += numbers.service_by_training * (lever.training - 0.3)
            self.service[at] += numbers.lag * (service - self.service[at])
            self.job_satisfaction[at] += numbers.follows * (
                usual + self.management[at] - self.job_satisfaction[at]
            )
            self.job_satisfaction[at] += numbers.drift * self.random.gauss()
            buyers = self.sums["buyers"][at]
            news = felt[at] / max(buyers, 1) - self.parameters.levels.overall_satisfaction
            self.reputation[at] += 0.2 * buyers / (buyers + 20.0) * (news - self.reputation[at])

    def money(self):
        """Step 10: what staff, premises, desk and advertising cost, and the profit of each branch."""
        costs, lever, sums = self.parameters.money, self.lever, self.sums
        shares = sum(each.share for each in BRANCHES)
        staffing = (
            costs.staff * lever.staffing + costs.training * lever.training + costs.rotation * lever.rotation
        )
        for at, branch in enumerate(BRANCHES):
            heads = self.first_day * branch.share / shares
            sums["staff_cost"][at] = 100 * staffing * heads
            sums["complaint_cost"][at] += 100 * costs.complaint_day * lever.complaint_staff / 1000 * heads
            sums["fixed_cost"][at] = 100 * (costs.premises + costs.quality * max(self.added[at], 0.0)) * heads
            sums["acquisition_cost"][at] = 100 * (lever.online_ads + lever.print_ads) * heads / 1000
        sums["profit"] = [sums["revenue"][at] - sum(sums[name][at] for name in COSTS) for at in HERE]
        self.history.append(sums)
