package dev.kenshin.reliability;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Watches a run from outside as a debugger does, so that the product needs nothing for being watched. The run stands still
 * while the watcher is told.
 */
final class Debugger implements AutoCloseable {
    private static final String POINT = "point";
    private static final String TIMEOUT_MILLIS = "120000";

    private final ListeningConnector connector;
    private final Map<String, Connector.Argument> arguments;
    private final String address;

    private Debugger(ListeningConnector connector, Map<String, Connector.Argument> arguments, String address) {
        this.connector = connector;
        this.arguments = arguments;
        this.address = address;
    }

    /** Waits for a run, on this machine only. */
    static synchronized Debugger listen() throws IOException, IllegalConnectorArgumentsException {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(it -> it.name().equals("com.sun.jdi.SocketListen"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("timeout").setValue(TIMEOUT_MILLIS);
        return new Debugger(connector, arguments, connector.startListening(arguments));
    }

    /** The option with which the run is to be started. */
    String option() {
        return "-agentlib:jdwp=transport=dt_socket,suspend=y,address=" + address;
    }

    /** Is told when the run comes to a point, and when it has gone on past one it was told of. */
    interface Watcher {
        /** At a point, before anything of it is done; true to be told {@link #after} it as well. */
        boolean before(Point point) throws Exception;

        /** The method has returned. */
        void after(Point point) throws Exception;
    }

    /** Watches the run that was started, to its end. */
    void watch(List<Point> points, Watcher watcher) throws Exception {
        VirtualMachine machine = connector.accept(arguments);
        try {
            points.forEach(point -> ask(machine, point));
            machine.resume();
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    handle(event, watcher);
                }
                events.resume();
            }
        } catch (VMDisconnectedException ended) {
            // The run is over, or was killed.
        }
    }

    @Override
    public void close() throws IOException, IllegalConnectorArgumentsException {
        synchronized (Debugger.class) {
            connector.stopListening(arguments);
        }
    }

    private static void handle(Event event, Watcher watcher) throws Exception {
        if (event instanceof ClassPrepareEvent prepared) {
            stopAt(prepared.referenceType(), (Point) prepared.request().getProperty(POINT));
        } else if (event instanceof BreakpointEvent hit) {
            Point point = (Point) hit.request().getProperty(POINT);
            if (watcher.before(point)) {
                stepOut(hit, point);
            }
        } else if (event instanceof StepEvent step) {
            step.request().disable();
            watcher.after((Point) step.request().getProperty(POINT));
        }
    }

    private static void ask(VirtualMachine machine, Point point) {
        machine.classesByName(point.type()).forEach(type -> stopAt(type, point));
        ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
        request.addClassFilter(point.type());
        request.putProperty(POINT, point);
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }

    /** Of several methods with the name the first is meant. */
    private static void stopAt(ReferenceType type, Point point) {
        Method method = type.methods().stream()
                .filter(it -> it.name().equals(point.method()))
                .findFirst()
                .orElseThrow();
        BreakpointRequest request =
                type.virtualMachine().eventRequestManager().createBreakpointRequest(method.location());
        request.putProperty(POINT, point);
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }

    private static void stepOut(BreakpointEvent hit, Point point) {
        StepRequest request = hit.virtualMachine()
                .eventRequestManager()
                .createStepRequest(hit.thread(), StepRequest.STEP_MIN, StepRequest.STEP_OUT);
        request.putProperty(POINT, point);
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }
}
