from .authoring.diagnostics import works_here as works_here
from .cases.catalogue import cases as cases
from .cases.catalogue import load as load
from .cases.filings import statements as statements
from .course.assessment import test as test
from .course.catalogue import lessons as lessons
from .course.lesson import lesson as lesson
from .course.lessons.read_the_books.exercises import one_page as one_page
from .course.overview import ideas as ideas
from .events.charts import funnel_chart as funnel_chart
from .events.charts import retention_chart as retention_chart
from .events.funnel import funnel as funnel
from .events.retention import retention as retention
from .ideas.cohort import fit_retention as fit_retention
from .ideas.drift import Drift as Drift
from .ideas.evidence import Evidence as Evidence
from .ideas.feature_factory import FeatureFactory as FeatureFactory
from .ideas.funnel_lift import FunnelLift as FunnelLift
from .ideas.leaky_bucket import LeakyBucket as LeakyBucket
from .ideas.look_first import LookFirst as LookFirst
from .ideas.nth_deal import NthDeal as NthDeal
from .ideas.portfolio import Portfolio as Portfolio
from .ideas.saying_no import SayingNo as SayingNo
from .ideas.two_engines import TwoEngines as TwoEngines
from .ideas.unit_economics import UnitEconomics as UnitEconomics
from .ideas.who_to_call import WhoToCall as WhoToCall
from .support.errors import Refused as Refused
from .widgets.explorer import explore as explore
from .widgets.stored_picture import twin as twin

__all__: list[str]
__version__: str
