"""Lesson 11: where effort pays in a funnel, and what activation does to staying."""

from collections.abc import Callable

from plgkit.course.lessons.funnel.exercises import RANDOMISED, STEPS, USUAL, behind, gap, passing, rise, vary
from plgkit.course.lessons.funnel.figures import forced_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import LONGEST, Choice, Number, Option, Prediction, Ranking, Slip
from plgkit.ideas.funnel_lift import FunnelLift
from plgkit.models import words

POINTS = "percentage points"


def _lift(setting) -> str:
    if setting.idea.lift_kind == "points":
        return f"{words.number(100 * setting.idea.lift)} points"
    return words.percent(setting.idea.lift)


def _ranked(setting, order) -> tuple[str | None, str]:
    """What a ranking of the four stages is told: with a relative lift no order is the right one."""
    rows = setting.idea.run().rows
    won = dict(zip(rows["stage"], rows["won"], strict=True))
    best = max(won, key=won.get)
    top = list(won)[order[0]]
    if max(won.values()) - min(won.values()) > 0.01 * max(won.values()):
        begin = f"You ranked {{given}}. Most is won at {best}: {words.count(won[best], 'customer')}."
        return (None if top == best else "order"), f"{begin} A lift in points is worth most where the rate is lowest."
    each = words.count(next(iter(won.values())), "more customer")
    return (
        "order",
        f"You ranked {{given}}. All four bring the same, {each}: the rates of a funnel are multiplied, so it does "
        "not matter which of them is made better by a share of itself. What differs is the cost.",
    )


def _stage(place: int) -> Callable[..., str]:
    """The stage at a place of the funnel, once its numbers are known."""
    return lambda setting: list(setting.idea.stages)[place]


def _multiples(setting) -> dict[str, float]:
    """How the team's channel does at each step, as a multiple of what is usual."""
    return behind(setting.own.channel).to_dict()


def _weak_option(step: str) -> Option:
    """The option for one step; which of them is right depends on the channel."""

    def weakest(setting) -> str:
        return min(_multiples(setting), key=_multiples(setting).get)

    def feedback(setting) -> str:
        share = passing().loc[setting.own.channel, step]
        usual = share / _multiples(setting)[step]
        shares = f"{words.percent(share)}, the others {words.percent(usual)}"
        begin = f"At {step} the channel {setting.own.channel} passes {shares}."
        if step == weakest(setting):
            return f"{begin} No other step of it falls behind like that."
        lowest = passing().loc[setting.own.channel].idxmin()
        if step == lowest:
            return f"{begin} It is the lowest rate of the channel, and it is low everywhere: that is how this step is."
        return f"{begin} That is not where it falls behind most: compare each step with the same step of the others."

    return Option(step, feedback, lambda setting: None if step == weakest(setting) else f"not-compared-{step}")


LESSON = Material(
    slug="funnel",
    number=11,
    part="The funnel",
    title="The funnel",
    question="Where does effort pay?",
    minutes=(45, 60),
    claim=(
        "A product wins, activates and expands its customers by itself, through trials, free plans and sharing "
        "(document D4). A team should therefore ask how more people can activate, and not how one e-mail can be "
        "made better (D2). And money should stop going only to the top of the funnel (D1). The three statements "
        "point to the middle of the funnel: activate more people, and they will stay."
    ),
    matters=(
        "Every team owns one stage and believes that its stage is the one that counts. You will be asked where the "
        "next month of work should go."
    ),
    objectives=(
        ("say what the same lift brings at each stage of a funnel", ("rank_stages", "best_stage")),
        ("find where a channel falls behind, with a conversion window", ("weak_step",)),
        ("tell a marker of staying from a cause of staying", ("forced", "randomised_gap", "marker", "error_message")),
    ),
    idea=FunnelLift,
    case="trial_events",
    views={
        "": View(lambda setting: setting.idea, title="The same lift at each stage of a funnel"),
        "false": View(
            lambda setting: setting.idea.changed(**FunnelLift.presets["false"]),
            controls=("true_effect", "intent", "lift"),
            title="The same funnel where activation itself makes people stay",
        ),
    },
    vary=vary,
    predictions=(
        Ranking(
            name="rank_stages",
            ask=lambda setting: (
                f"Each of the four stages can be made better by {_lift(setting)}, one at a time. Rank them by how many "
                "more customers that brings, most on top."
            ),
            items=tuple(_stage(place) for place in range(LONGEST)),
            feedback=_ranked,
            picture=lambda setting: setting.idea.chart(),
            truth=lambda setting: _ranked(setting, [0, 1, 2, 3])[1].replace("You ranked {given}. ", ""),
        ),
        Prediction(
            name="forced",
            ask=lambda setting: (
                f"Of those who activate {words.percent(setting.idea.run().numbers['stay_if_activated'])} stay, of the "
                f"others {words.percent(setting.idea.run().numbers['stay_if_not'])}. A new onboarding makes everybody "
                f"activate. By how many percentage points does the share of all people who stay rise from "
                f"{words.percent(setting.idea.run().numbers['stay_now'])}?"
            ),
            right=lambda setting: 100 * rise(setting),
            unit=POINTS,
            low=-100,
            high=100,
            tolerance=0.25,
            picture=lambda setting: forced_chart(setting.idea),
            truth=lambda setting: f"It rises by {words.number(100 * rise(setting), 2)} points. {_why(setting)}",
            close=lambda setting: (
                f"You said {{given}}; it rises by {words.number(100 * rise(setting), 2)} points. That is close. "
                f"{_why(setting)}"
            ),
            below=lambda setting: (
                f"You said {{given}}; it rises by {words.number(100 * rise(setting), 2)} points. {_why(setting)}"
            ),
            above=lambda setting: (
                f"You said {{given}}; it rises by {words.number(100 * rise(setting), 2)} points, less than the gap "
                f"promised. {_why(setting)}"
            ),
        ),
    ),
    exercises=(
        Choice(
            name="weak_step",
            ask=lambda setting: (
                f"Look at the channel {setting.own.channel} in the table above. At which step does it fall behind the "
                "other channels most, as a share of what they pass?"
            ),
            options=tuple(map(_weak_option, STEPS[1:])),
            in_order=True,
        ),
        Number(
            name="randomised_gap",
            ask=(
                "In the tenth of people with randomised onboarding, a coin decided who activates. Among them, how many "
                "percentage points more of the activated stayed than of the others? Take it from the table of who "
                "stayed; give a minus where it is fewer."
            ),
            right=lambda setting: 100 * gap(RANDOMISED),
            unit=POINTS,
            low=-100,
            high=100,
            tolerance=0.15,
            explain=lambda setting: (
                f"A coin knows nothing about intent, so this gap, {words.number(100 * gap(RANDOMISED), 2)} "
                f"points, is what activation itself adds, up to chance. With the usual onboarding the gap is "
                f"{words.number(100 * gap(USUAL), 2)} points: nearly all of that is who activates."
            ),
            slips=(
                Slip(
                    lambda setting: 100 * gap(USUAL),
                    "marker-is-cause",
                    "{given} is the gap under the usual onboarding. There, those who activate are those who wanted the "
                    "product anyway. Take the rows with the randomised onboarding.",
                ),
                Slip(
                    lambda setting: gap(RANDOMISED),
                    "share-for-points",
                    "{given} is a share. In percentage points it is a hundred times that.",
                ),
            ),
            hint="Subtract two shares of the rows in which the onboarding was randomised.",
        ),
    ),
    quiz=(
        Choice(
            name="best_stage",
            ask=(
                "The stages pass 6%, 35%, 25% and 12%. At which of them does ten per cent more of its rate add most "
                "customers?"
            ),
            options=(
                Option(
                    "At sign-up: there the most people are lost.",
                    "Most people are lost there, and still a tenth more of 6% multiplies the end by 1.1, like a tenth "
                    "more of any other rate.",
                    "drop-off",
                ),
                Option(
                    "At payment: it is closest to the money.",
                    "Being close to the money does not help: the rates are multiplied, in whatever order.",
                    "last-step",
                ),
                Option(
                    "All add the same; the cost decides.",
                    "A product of rates grows by a tenth whichever of them does. So ask what the tenth costs at each.",
                ),
                Option(
                    "At activation, always.",
                    "Activation is worth more only if it changes who stays, which has to be shown first.",
                    "activation-always",
                ),
            ),
        ),
        Choice(
            name="error_message",
            ask="Users who have seen an error message leave less often than the others. What is sensible?",
            options=(
                Option(
                    "Show more error messages.",
                    "The message did not keep them. Whoever works much with a product meets more of its errors.",
                    "correlation",
                ),
                Option(
                    "Conclude nothing about causes: who uses the product much sees more errors.",
                    "Use decides both how many errors one sees and whether one stays.",
                ),
                Option(
                    "Hide all error messages, to see whether more people leave.",
                    "That is an experiment, and one that harms people to test a claim nobody has a reason to believe.",
                    "harm",
                ),
                Option(
                    "Add the number of errors seen to the health score, as something that makes people stay.",
                    "It may predict, but it does not drive. A team that acts on it would act on the wrong thing.",
                    "driver",
                ),
            ),
        ),
        Choice(
            name="marker",
            ask=(
                "A new onboarding raised activation from 25% to 48%, and as many people stay as before. What does that "
                "say?"
            ),
            options=(
                Option(
                    "Wait: those who activate now will be seen among those who stay later on.",
                    "It can take time. But the people who were pushed have had the same weeks as the others, and stay "
                    "like those who did not activate.",
                    "lag",
                ),
                Option(
                    "The event marked those who stay; it did not make them stay.",
                    "Pushing people past a mark does not make them like those who passed it of their own accord.",
                ),
                Option(
                    "It is a success: activation was the goal.",
                    "Activation was chosen because it seemed to lead to staying. Without that it is output.",
                    "output",
                ),
                Option(
                    "The sample is too small by definition.",
                    "Whether it is can be computed: from the number of people and the width of the interval.",
                    "noise",
                ),
            ),
        ),
        Choice(
            name="marginal",
            recalls="two-engines",
            ask="The average cost of an activated user fell this quarter. Is that enough to spend more?",
            options=(
                Option(
                    "Yes: each user costs less now, so the same money brings more users than before.",
                    "The average includes all the cheap ones from before. The next users may cost far more.",
                    "average",
                ),
                Option(
                    "No: what the next users cost is the marginal cost, and it has to be measured.",
                    "Change the spending in one place and compare, as with the two engines.",
                ),
                Option(
                    "Yes, as long as activation rises too.",
                    "More activation for more money still leaves open what one more user costs.",
                    "volume",
                ),
                Option(
                    "No: spending on growth never pays for itself.",
                    "It pays as long as the next customer brings more than they cost.",
                    "purist",
                ),
            ),
        ),
    ),
    keep=(
        "The rates of a funnel are multiplied: the same relative lift is worth the same at every stage, so the cost "
        "of the lift decides.",
        "Those who activate stay more often; that alone does not show that activation makes people stay.",
        "A small group whose onboarding is left to chance answers what no larger table of the others can.",
    ),
    monday=(
        "Write down which event your team calls activation. Then write down the one comparison that would show that "
        "it makes people stay, and who could switch it on."
    ),
    sources=FunnelLift.sources,
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 4),
        ("Explore", 7),
        ("Reveal and talk", 5),
        ("Worked example", 6),
        ("Practise", 9),
        ("When is this false?", 5),
        ("Quiz", 4),
        ("Keep", 2),
    ),
    debrief=(
        "Why did the ranking surprise, or why did it not? What decides where effort pays?",
        "Which event do you call activation, and what makes you believe that it causes people to stay?",
        "How could a tenth of your new users get another onboarding by chance?",
    ),
    cuts=("The part on your own export.", "The ranking: begin with the second prediction."),
)


def _why(setting) -> str:
    numbers = setting.idea.run().numbers
    gap, own = (words.number(100 * numbers[name]) for name in ("apparent_effect", "true_effect"))
    if numbers["apparent_effect"] <= 2 * numbers["true_effect"]:
        return f"The gap between the two groups is {gap} points, and activation itself adds {own} of them."
    return (
        f"The gap between the two groups, {gap} points, is mostly intent: people who want the product both activate "
        "and stay. Whoever is pushed to activate does not want it more."
    )
